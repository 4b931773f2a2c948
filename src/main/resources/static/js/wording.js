// Shows the mail anew while its text is typed; without it a button does the same.
(() => {
  const form = document.getElementById('wording');
  if (!form) return;
  let waiting;
  let latest = 0;
  const show = async () => {
    const mine = ++latest;
    const answer = await fetch(form.dataset.preview, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      credentials: 'same-origin',
    });
    if (answer.status !== 200 && answer.status !== 422) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (mine !== latest) return;
    for (const id of ['preview', 'subject-fault', 'body-fault']) {
      const now = document.getElementById(id);
      const then = page.getElementById(id);
      if (now && then) now.replaceChildren(...then.childNodes);
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show().catch(() => {}), 500);
  });
})();
