// Keys for the screening workbench. They work only while the focus is inside the list and not in a text field,
// so that they never take a key away from typing or from a screen reader's own commands elsewhere.
(() => {
  const list = document.querySelector("[data-workbench]");
  if (!list) return;
  const items = [...list.querySelectorAll("[data-item]")];
  const typing = (target) => target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

  const move = (from, by) => {
    const next = items[items.indexOf(from) + by];
    if (next) next.focus();
  };

  const decide = (item, index) => {
    const radio = item.querySelectorAll("input[type=radio][name=decision]")[index];
    if (!radio) return;
    radio.checked = true;
    if (index === 1 || index === 2) item.querySelector("form details")?.setAttribute("open", "");
    item.querySelector("[data-reason]")?.focus();
  };

  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const item = event.target.closest("[data-item]");
    if (!item) return;
    if (event.key === "j") move(item, 1);
    else if (event.key === "k") move(item, -1);
    else if (event.key === "x") item.querySelector("[data-tick]")?.click();
    else if (/^[1-4]$/.test(event.key)) decide(item, Number(event.key) - 1);
    else return;
    event.preventDefault();
  });
})();
