// Taking down many statements without a mouse, saved while typing. Without this script the page's buttons do the same.
(() => {
  "use strict";
  const main = document.getElementById("main");
  const base = main.dataset.base;
  const copiesHere = `zhengxun:offline:${base}:`;

  /** What was handed in is neither offered again nor left on this computer. */
  function forget(key) {
    try {
      Object.keys(localStorage).filter((name) => name.startsWith(copiesHere)).forEach((name) => {
        const copy = JSON.parse(localStorage.getItem(name));
        if (copy.some(([one, value]) => one === "key" && value === key)) localStorage.removeItem(name);
      });
    } catch {
      // nothing was kept
    }
  }

  if (main.dataset.handed) forget(main.dataset.handed);
  const form = document.getElementById("offline");
  if (!form) return;
  const body = document.getElementById("rows");
  const saved = document.getElementById("saved");
  const said = document.getElementById("said");
  const speakersBody = document.getElementById("speakers");
  const meeting = form.elements.meeting.value === "true";
  const most = Number(form.dataset.most);
  const field = (row, name) => row.querySelector(`[name="${name}"]`);
  const rows = () => [...body.querySelectorAll("tr.statement")];
  const texts = ["clause", "original", "proposed", "reason"];
  const untouched = (row) => texts.every((name) => !field(row, name).value.trim());
  const label = (row) => (meeting ? field(row, "speaker").value.trim() : "");

  // ---- rows

  const tell = (sentence) => { said.textContent = sentence; };

  function renumber() {
    rows().forEach((row, n) => {
      const before = row.querySelector("[data-count]").textContent;
      const now = String(n + 1);
      row.querySelector("[data-count]").textContent = now;
      row.querySelectorAll("[aria-label]").forEach((one) => {
        one.setAttribute("aria-label", one.getAttribute("aria-label").replace(`第${before}条`, `第${now}条`));
      });
      const meant = row.querySelector(".meant");
      meant.id = `meant-${n}`;
      field(row, "clause").setAttribute("aria-describedby", meant.id);
      const choice = row.querySelector('select[name^="clauseChoice-"]');
      if (choice) choice.name = `clauseChoice-${n}`;
    });
  }

  function fromPattern(id, n) {
    const holder = document.createElement("template");
    holder.innerHTML = document.getElementById(id).innerHTML.replaceAll("%n%", String(n)).replaceAll("%count%", String(n + 1));
    return holder.content.querySelector("tbody > tr");
  }

  /** @return the new row, or null where there are too many */
  function add(after, speaker) {
    if (rows().length >= most) {
      tell(`一份记录最多${most}条，请另起一份。`);
      return null;
    }
    const row = fromPattern("row-pattern", rows().length);
    if (meeting) field(row, "speaker").value = speaker;
    row.querySelector("[data-remove]").hidden = false;
    if (after) after.after(row);
    else body.append(row);
    renumber();
    return row;
  }

  let removed = null;
  function remove(row) {
    const all = rows();
    const at = all.indexOf(row);
    removed = { row, before: all[at + 1] ?? null };
    row.remove();
    if (rows().length === 0) add(null, "");
    renumber();
    tell(`去掉了第${at + 1}条。`);
    document.getElementById("undo").hidden = false;
    const next = rows()[Math.min(at, rows().length - 1)];
    field(next, "original").focus();
    changed();
  }

  document.getElementById("undo").addEventListener("click", (event) => {
    if (!removed) return;
    body.insertBefore(removed.row, removed.before?.isConnected ? removed.before : null);
    renumber();
    field(removed.row, "original").focus();
    removed = null;
    event.currentTarget.hidden = true;
    tell("已经恢复。");
    changed();
  });

  /** The next row to write in: an empty one that follows, or a new one. */
  function next(row, speaker) {
    const all = rows();
    const follower = all[all.indexOf(row) + 1];
    if (!follower || !untouched(follower)) return add(row, speaker);
    if (meeting) field(follower, "speaker").value = speaker;
    return follower;
  }

  /** Several lines become several rows; "王芳：……" changes the speaker where 王芳 spoke already. */
  function paste(event, row) {
    const lines = (event.clipboardData?.getData("text") ?? "").split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    const known = new Set(rows().map(label).filter(Boolean));
    let current = row;
    let speaker = label(row);
    lines.forEach((line, n) => {
      const named = meeting ? /^([^：:]{1,20})[：:]\s*(.+)$/.exec(line) : null;
      const words = named && known.has(named[1].trim()) ? named[2] : line;
      if (words !== line) speaker = named[1].trim();
      if (n > 0) current = current && next(current, speaker);
      else if (meeting) field(row, "speaker").value = speaker;
      if (!current) return;
      const box = field(current, "original");
      box.value = n === 0 && box.value ? box.value + words : words;
    });
    if (current) field(current, "original").focus();
    tell(`分成了${lines.length}条，请逐条看一看条款和发言人。`);
    speakers();
    changed();
  }

  // ---- clauses

  const codes = new Map([...document.querySelectorAll("#clauses option")].map((option) => [option.value, option.label]));
  async function resolve(row) {
    const typed = field(row, "clause").value.trim();
    const meant = row.querySelector(".meant");
    row.querySelector('select[name^="clauseChoice-"]')?.remove();
    if (!typed || codes.has(typed)) {
      meant.textContent = typed ? codes.get(typed) : "";
      return;
    }
    try {
      const answer = await fetch(`${base}/clause.json?typed=${encodeURIComponent(typed)}`, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected || field(row, "clause").value.trim() !== typed) return;
      const { said: words, choices } = await answer.json();
      meant.textContent = words;
      if (choices.length === 0) return;
      const select = document.createElement("select");
      select.name = `clauseChoice-${rows().indexOf(row)}`;
      select.setAttribute("aria-label", `第${rows().indexOf(row) + 1}条选哪一处`);
      select.add(new Option("请选择是哪一处", ""));
      choices.forEach((one) => select.add(new Option(`${one.code}　${one.label} ${one.words}`, one.code)));
      select.addEventListener("change", () => {
        if (!select.value) return;
        field(row, "clause").value = select.value;
        meant.textContent = codes.get(select.value) ?? "";
        select.remove();
        field(row, "original").focus();
        changed();
      });
      meant.after(select);
    } catch {
      meant.textContent = ""; // without a connection the server says it when the record is saved
    }
  }

  // ---- people

  let asked = "";
  async function complete(input) {
    const typed = input.value.trim();
    if (!typed || typed === asked) return;
    asked = typed;
    try {
      const answer = await fetch(`${base}/people.json?name=${encodeURIComponent(typed)}`, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const known = await answer.json();
      const spoke = [...new Set(rows().map(label))].filter((name) => name && !known.some((one) => one.name === name));
      document.getElementById("people").replaceChildren(
        ...known.map((one) => Object.assign(document.createElement("option"), { value: one.name, label: one.description })),
        ...spoke.map((name) => Object.assign(document.createElement("option"), { value: name })),
      );
    } catch {
      // a name can be typed without being offered
    }
  }

  async function offerNamesakes(select, name) {
    try {
      const answer = await fetch(`${base}/people.json?name=${encodeURIComponent(name)}`, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const same = (await answer.json()).filter((one) => one.name === name);
      const before = select.value;
      select.replaceChildren(new Option(same.length ? "请选择是不是本人" : "名录里没有同名的", ""));
      same.forEach((one) => select.add(new Option(one.description, String(one.id))));
      if (same.length) select.add(new Option("同名的另一个人，不在名录", "none"));
      select.value = [...select.options].some((option) => option.value === before) ? before : "";
    } catch {
      // asked again when the record is handed in
    }
  }

  /** One line for everybody who spoke; who is not named any more goes, unless something was written about the person. */
  function speakers() {
    if (!meeting) return;
    const names = [...new Set(rows().filter((row) => !untouched(row)).map(label).filter(Boolean))];
    const lines = () => [...speakersBody.querySelectorAll("tr.speaker")];
    const of = (line) => field(line, "label").value.trim();
    const written = (line) => [...line.querySelectorAll("input:not([type=hidden]), select")].some((one) => (one.type === "checkbox" ? one.checked : one.value));
    lines().filter((line) => !names.includes(of(line)) && !written(line)).forEach((line) => line.remove());
    names.filter((name) => !lines().some((line) => of(line) === name)).forEach((name) => {
      const line = fromPattern("speaker-pattern", lines().length);
      field(line, "label").value = name;
      line.querySelector("[data-name]").textContent = name;
      line.querySelectorAll("[aria-label]").forEach((one) => one.setAttribute("aria-label", name + one.getAttribute("aria-label")));
      speakersBody.append(line);
      offerNamesakes(field(line, "informant"), name);
    });
    lines().forEach((line, n) => line.querySelectorAll("input[type=checkbox]").forEach((box) => { box.value = String(n); }));
    document.getElementById("speakers-table").hidden = lines().length === 0;
    document.getElementById("no-speakers").hidden = lines().length > 0;
    document.getElementById("sum-speakers").textContent = String(names.length);
  }

  function sums() {
    document.getElementById("sum-rows").textContent = String(rows().filter((row) => !untouched(row)).length);
    if (!meeting) return;
    const people = [...form.querySelectorAll('[name="people"]')].map((one) => Number(one.value)).filter(Number.isFinite);
    document.getElementById("sum-people").textContent = String(people.reduce((sum, one) => sum + one, 0));
  }

  // ---- keys

  function move(row, by) {
    const to = rows()[rows().indexOf(row) + by];
    if (to) field(to, "original").focus();
  }

  form.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the Enter that ends choosing a Chinese character
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
      return;
    }
    const row = event.target.closest("tr.statement");
    if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) {
      event.preventDefault();
      const all = [...form.querySelectorAll("input:not([type=hidden]):not([type=checkbox]), select, textarea")].filter((one) => one.offsetParent);
      all[all.indexOf(event.target) + 1]?.focus();
      return;
    }
    if (!row || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && event.target.name === "original" && !event.shiftKey) {
      event.preventDefault();
      if (!event.altKey && untouched(row)) return;
      const to = next(row, event.altKey ? "" : label(row));
      speakers();
      if (to) field(to, event.altKey && meeting ? "speaker" : "clause").focus();
      changed();
    } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      move(row, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.altKey && event.key === "Delete") {
      event.preventDefault();
      remove(row);
    }
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-remove]");
    if (button) remove(button.closest("tr.statement"));
  });
  form.addEventListener("paste", (event) => {
    if (event.target.name === "original") paste(event, event.target.closest("tr.statement"));
  });
  form.addEventListener("change", (event) => {
    const row = event.target.closest("tr.statement");
    if (row && event.target.name === "clause") resolve(row);
    if (row) speakers();
    if (event.target.id === "person-name") offerNamesakes(form.querySelector('[name="informant"]'), event.target.value.trim());
    changed();
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches('[name="speaker"], #person-name')) complete(event.target);
    // with the first letter and not when the field is left, or the page would move away under the click that leaves it
    else if (event.target.closest("tr.statement")) speakers();
    sums();
    changed();
  });
  document.getElementById("add").addEventListener("click", () => {
    const last = rows().at(-1);
    const row = add(last, last ? label(last) : "");
    if (row) field(row, "original").focus();
  });

  // ---- saving while somebody types

  const copyName = () => copiesHere + (form.elements.record.value || "new");
  let waiting = null;
  let running = null;
  let dirty = false;
  let stopped = false;

  // a file is added by its button alone
  const textsOfForm = () => [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const written = () => textsOfForm().filter(([name]) => name !== "_csrf");

  function keepHere() {
    try {
      localStorage.setItem(copyName(), JSON.stringify(written()));
      return true;
    } catch {
      return false; // this computer keeps nothing
    }
  }

  function dropHere() {
    try {
      localStorage.removeItem(copyName());
    } catch {
      // nothing was kept
    }
  }

  function changed() {
    dirty = true;
    if (stopped) return;
    clearTimeout(waiting);
    waiting = setTimeout(save, 3000);
  }

  async function send() {
    dirty = false;
    try {
      const answer = await fetch(`${base}/autosave`, { method: "POST", body: new URLSearchParams(textsOfForm()), credentials: "same-origin" });
      if (answer.redirected || answer.status === 401 || answer.status === 403) throw new Error("signed out");
      const told = await answer.json();
      if (answer.ok) {
        dropHere();
        form.elements.record.value = told.record;
        form.elements.version.value = told.version;
        if (location.pathname.endsWith("/new")) history.replaceState(null, "", `${base}/${told.record}`);
        saved.textContent = `草稿已自动保存，${told.time}`;
        return;
      }
      stopped = answer.status === 409;
      keepHere();
      saved.textContent = stopped ? `${told.sentence}请按“保存草稿”，再看怎样办。` : `还没有存上：${told.sentence}`;
    } catch {
      dirty = true;
      saved.textContent = keepHere()
        ? "没有连上服务器，写的内容先留在这台电脑上。请不要关页面，连上以后会自动保存。"
        : "没有连上服务器，请不要关页面。";
      if (!stopped) waiting = setTimeout(save, 15000);
    }
  }

  function save() {
    clearTimeout(waiting);
    running = (running ?? Promise.resolve()).then(() => (stopped ? undefined : send()));
    return running;
  }

  // one's own save that is still under way must not look like somebody else's
  let leaving = false;
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    stopped = stopped || !running;
    if (leaving || !running) return;
    event.preventDefault();
    const submitter = event.submitter;
    // in a turn of its own: within this event the browser takes no other submission
    running.finally(() => setTimeout(() => {
      leaving = true;
      stopped = true;
      dropHere();
      form.requestSubmit(submitter?.isConnected ? submitter : undefined);
    }));
  });
  addEventListener("pagehide", () => {
    if (dirty && !leaving) keepHere();
  });

  /** Of a record that was saved since, too: what was kept before it had a number. What the page shows anyhow is dropped. */
  function offerCopy() {
    const words = (entries) => JSON.stringify(entries.filter(([name, value]) => texts.includes(name) && value.trim()));
    let copy = null;
    try {
      const early = JSON.parse(localStorage.getItem(`${copiesHere}new`)) ?? [];
      const ours = early.some(([name, value]) => name === "key" && value === form.elements.key.value);
      copy = JSON.parse(localStorage.getItem(copyName())) ?? (ours ? early : []);
      if (words(copy) === words(written())) {
        forget(form.elements.key.value);
        return;
      }
    } catch {
      return;
    }
    if (words(copy) === "[]") return;
    document.getElementById("local").hidden = false;
    document.getElementById("local-drop").addEventListener("click", () => {
      dropHere();
      forget(form.elements.key.value);
      document.getElementById("local").hidden = true;
    });
    document.getElementById("local-take").addEventListener("click", () => {
      take(copy);
      document.getElementById("local").hidden = true;
    });
  }

  function take(copy) {
    const of = (name) => copy.filter(([one]) => one === name).map(([, value]) => value);
    for (const name of ["channel", "heldOn", "from", "to", "station", "place", "chair", "explainer", "collector", "notes"]) {
      if (form.elements[name] && of(name).length) form.elements[name].value = of(name)[0];
    }
    for (const name of ["category", "people"]) {
      form.querySelectorAll(`[name="${name}"]`).forEach((one, n) => { one.value = of(name)[n] ?? one.value; });
    }
    of("original").forEach((words, n) => {
      const row = rows()[n] ?? add(rows().at(-1), "");
      if (!row) return;
      for (const name of ["speaker", "clause", "kind", "original", "proposed", "reason"]) {
        if (field(row, name)) field(row, name).value = of(name)[n] ?? "";
      }
      resolve(row);
    });
    speakers();
    const about = ["contact", "identityCategory", "otherCategory", "ageBand", "unit"];
    if (!meeting) ["label", ...about].forEach((name) => { form.elements[name].value = of(name)[0] ?? form.elements[name].value; });
    else {
      of("label").forEach((who, n) => {
        const row = [...speakersBody.querySelectorAll("tr.speaker")].find((one) => field(one, "label").value === who);
        for (const name of about) {
          if (row && field(row, name)) field(row, name).value = of(name)[n] ?? "";
        }
      });
    }
    sums();
    changed();
  }

  document.getElementById("keys").hidden = false;
  document.getElementById("add").hidden = false;
  document.getElementById("rows-more").hidden = true;
  // one empty row is enough where Enter makes more
  rows().filter(untouched).slice(1).forEach((row) => row.remove());
  rows().forEach((row) => { row.querySelector("[data-remove]").hidden = false; });
  renumber();
  offerCopy();
})();
