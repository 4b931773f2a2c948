// Adds opinions in place and keeps a copy of what is being written on this device until its receipt is shown.
// Without this script the page does the same by sending the form.
(() => {
  "use strict";
  const copyOf = (base) => `zhengxun:${base}`;

  const handed = document.querySelector("main[data-handed]");
  if (handed) {
    try {
      localStorage.removeItem(copyOf(handed.dataset.handed));
    } catch {
      // this device keeps nothing, so there is nothing to remove
    }
    return;
  }

  // programs that check mail open the page, too; only a person touches it
  const opened = document.querySelector("main[data-opened]");
  if (opened) {
    const signs = ["pointerdown", "keydown", "touchstart", "wheel"];
    const tell = () => {
      signs.forEach((sign) => document.removeEventListener(sign, tell));
      fetch(opened.dataset.opened, { method: "POST", keepalive: true }).catch(() => {});
    };
    signs.forEach((sign) => document.addEventListener(sign, tell, { passive: true }));
  }

  const form = document.getElementById("answer");
  if (!form) return;
  const opinions = document.getElementById("opinions");
  const pattern = document.getElementById("opinion");
  const most = Number(opinions.dataset.most);
  const fields = ["clause", "kind", "original", "proposed", "reason"];
  const rows = () => [...opinions.querySelectorAll("fieldset.opinion")];
  const field = (row, name) => row.querySelector(`[name="${name}"]`);
  const untouched = (row) => ["original", "proposed", "reason"].every((name) => !field(row, name).value.trim());

  function add(clause) {
    const n = rows().length;
    if (n >= most) {
      document.getElementById("full").hidden = false;
      return null;
    }
    const holder = document.createElement("div");
    holder.innerHTML = pattern.innerHTML.replaceAll("%n%", String(n)).replaceAll("%count%", String(n + 1));
    const row = holder.firstElementChild;
    opinions.append(row);
    field(row, "clause").value = clause;
    return row;
  }

  function about(clause) {
    const last = rows().at(-1);
    if (last && untouched(last)) {
      field(last, "clause").value = clause;
      return last;
    }
    return add(clause);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest('button[form="answer"][name="about"], #answer button[value="add"]');
    if (!button) return;
    event.preventDefault();
    const row = button.name === "about" ? about(button.value) : add("");
    (row || document.getElementById("full")).scrollIntoView();
    if (row) field(row, "original").focus({ preventScroll: true });
    keep();
  });

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) event.preventDefault();
  });

  function keep() {
    const copy = {
      key: form.elements.key.value,
      saved: form.dataset.saved,
      rows: rows().map((row) => Object.fromEntries(fields.map((name) => [name, field(row, name).value]))),
    };
    try {
      localStorage.setItem(copyOf(form.dataset.base), JSON.stringify(copy));
    } catch {
      document.getElementById("kept-here").hidden = true; // storage is full or forbidden: say nothing that is not so
    }
  }

  function restore() {
    let copy;
    try {
      copy = JSON.parse(localStorage.getItem(copyOf(form.dataset.base)));
    } catch {
      return;
    }
    const written = copy && copy.rows.some((row) => (row.original + row.proposed + row.reason).trim());
    // a draft from the server gives way only to what was typed on top of it on this device
    const goneOn = copy && form.dataset.saved && copy.saved === form.dataset.saved;
    if (!written || !(goneOn || rows().every(untouched))) return;
    form.elements.key.value = copy.key;
    copy.rows.forEach((values, n) => {
      const row = rows()[n] || add("");
      if (!row) return;
      fields.forEach((name) => { field(row, name).value = values[name] ?? ""; });
      row.querySelectorAll("details").forEach((details) => { details.open = Boolean(values.proposed || values.reason); });
    });
    document.getElementById("restored").hidden = false;
  }

  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "discard") return;
    try {
      localStorage.removeItem(copyOf(form.dataset.base));
    } catch {
      // this device keeps nothing, so there is nothing to remove
    }
  });

  restore();
  document.getElementById("kept-here").hidden = false;
  form.addEventListener("input", keep);
})();
