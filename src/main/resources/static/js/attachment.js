// Refuses a file that is too large before it is sent, so that nobody waits for nothing. The server looks again.
(() => {
  const field = document.getElementById('files');
  const fault = document.getElementById('files-fault');
  if (!field || !fault) return;
  field.addEventListener('change', () => {
    const largest = Number(field.dataset.largest);
    const tooLarge = [...field.files].some((file) => file.size > largest);
    if (tooLarge) field.value = '';
    fault.textContent = tooLarge ? field.dataset.tooLarge : '';
    fault.hidden = !tooLarge;
    field.toggleAttribute('aria-invalid', tooLarge);
  });
})();
