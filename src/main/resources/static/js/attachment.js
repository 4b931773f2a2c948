// Refuses a file that is too large before it is sent, so that nobody waits for nothing. The server looks again.
(() => {
  const field = document.getElementById('files');
  const fault = document.getElementById('files-fault');
  if (!field || !fault) return;
  field.addEventListener('change', () => {
    const largest = Number(field.dataset.largest);
    const sizes = [...field.files].map((file) => file.size);
    const together = sizes.reduce((sum, size) => sum + size, 0);
    const said = sizes.some((size) => size > largest) ? field.dataset.tooLarge
      : together > Number(field.dataset.together) ? field.dataset.tooMuch : '';
    if (said) field.value = '';
    fault.textContent = said;
    fault.hidden = !said;
    if (said) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  });
})();
