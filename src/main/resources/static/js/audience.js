// Counts while the expression is typed or picked; without it the buttons do the same.
(() => {
  const form = document.getElementById('audience-form');
  if (!form) return;
  const text = form.querySelector('textarea');
  let waiting;
  let latest = 0;

  const count = async (act) => {
    const turn = ++latest;
    const query = new URLSearchParams(new FormData(form));
    query.set('act', act);
    const answer = await fetch(form.dataset.outlook + '?' + query, { credentials: 'same-origin' });
    if (turn !== latest || (!answer.ok && answer.status !== 422) || answer.redirected) return;
    const panel = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('outlook');
    if (!panel) return;
    if (act === 'build') text.value = panel.dataset.expression;
    document.getElementById('outlook').replaceWith(panel);
  };
  const soon = (act) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => count(act).catch(() => {}), 300);
  };

  text.addEventListener('input', () => soon('count'));
  form.addEventListener('change', (event) => {
    if (event.target !== text) soon('build');
  });
})();
