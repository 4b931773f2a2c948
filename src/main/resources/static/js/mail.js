// Keeps the progress of running campaigns up to date; without it the link above does.
(() => {
  const progress = document.getElementById('mail-progress');
  if (!progress) return;
  const again = () => {
    if (progress.dataset.running === 'true') setTimeout(refresh, 3000);
  };
  const refresh = async () => {
    try {
      if (!document.hidden) {
        const answer = await fetch(location.href, { credentials: 'same-origin' });
        if (answer.ok && !answer.redirected) {
          const then = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('mail-progress');
          progress.replaceChildren(...then.childNodes);
          progress.dataset.running = then.dataset.running;
        }
      }
    } catch {
      // the next look may reach the server again
    }
    again();
  };
  again();
})();
