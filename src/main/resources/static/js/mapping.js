// Keys for checking a mapping. They work only while the focus is inside the queue and not in a text field.
(() => {
  const queue = document.querySelector("[data-queue]");
  if (!queue) return;
  if (window.location.hash === "#queue") queue.focus();

  const press = (mark) => document.querySelector(`[data-${mark}]`)?.click();

  queue.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("textarea, select, input:not([type=checkbox])")) return;
    const marks = { a: "accept", s: "save", x: "none", n: "next", u: "undo" };
    if (/^[1-9]$/.test(event.key)) queue.querySelector(`[data-choice="${event.key}"]`)?.click();
    else if (marks[event.key]) press(marks[event.key]);
    else return;
    event.preventDefault();
  });
})();
