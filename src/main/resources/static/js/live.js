// Draws the ten steps where the list already says where they stand; without it the page loses nothing.
(async () => {
  const figure = document.getElementById('process-picture');
  if (!figure || typeof BpmnJS === 'undefined') return;

  const answer = await fetch(figure.dataset.model, { credentials: 'same-origin' });
  if (!answer.ok) return;
  figure.hidden = false;
  const viewer = new BpmnJS({ container: figure.querySelector('.canvas') });
  await viewer.importXML(await answer.text());

  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  // an empty list leaves its attribute out
  const known = (ids) => (ids ?? '').split(',').filter((id) => id && elements.get(id));

  for (const id of known(figure.dataset.done)) canvas.addMarker(id, 'done');
  const mark = (ids, word) => {
    for (const id of known(ids)) {
      // what waits at a join for the other way is not work
      if (elements.get(id).type === 'bpmn:ParallelGateway') continue;
      canvas.addMarker(id, 'current');
      const badge = document.createElement('span');
      badge.className = 'badge';
      badge.textContent = '▶ ' + word;
      overlays.add(id, { position: { top: -14, left: 0 }, html: badge });
    }
  };
  mark(figure.dataset.active, figure.dataset.now);
  mark(figure.dataset.preparing, figure.dataset.soon);
  // the list below has the same ways in as links, for the keyboard
  const ways = new Map([...document.querySelectorAll('a[data-element]')].map((way) => [way.dataset.element, way.href]));
  for (const id of ways.keys()) if (elements.get(id)) canvas.addMarker(id, 'way-in');
  viewer.get('eventBus').on('element.click', (event) => {
    if (ways.has(event.element.id)) location.assign(ways.get(event.element.id));
  });
  canvas.zoom('fit-viewport', 'auto');
  const logo = figure.querySelector('.bjs-powered-by');
  if (logo) logo.setAttribute('aria-label', 'bpmn.io');
})().catch(() => {
  const figure = document.getElementById('process-picture');
  if (figure) figure.hidden = true;
});
