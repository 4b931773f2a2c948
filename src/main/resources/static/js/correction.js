// Keys for the correction page, and its answers put in place without losing scroll position or focus. Every link and
// form works without this file; letters are keys only while the focus is on a clause, never while somebody types.
(() => {
  const live = document.querySelector("[data-correction]");
  if (!live) return;
  const said = document.getElementById("correction-said");
  let busy = false;

  const nodes = () => [...live.querySelectorAll("[data-node]")];
  const current = () => live.querySelector("[data-node][aria-current]");

  const reveal = () => {
    const box = live.querySelector("[data-caret]");
    if (!box) return;
    box.hidden = false;
    // A readonly field has no caret that keys can move: this one takes the caret, and gives back every other change.
    const words = box.querySelector("textarea");
    words.addEventListener("beforeinput", (event) => event.preventDefault());
    words.addEventListener("input", () => { words.value = words.defaultValue; });
    words.setSelectionRange(0, 0);
  };

  const settle = (focus) => {
    const target = (focus && live.querySelector(focus)) || current();
    if (!target) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  };

  const show = (html, url, focus) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.querySelector("[data-correction]");
    if (!fresh) {
      location.assign(url);
      return;
    }
    const keys = live.querySelector("#correction-keys")?.open;
    const panel = live.querySelector("#chosen")?.scrollTop ?? 0;
    live.replaceChildren(...document.adoptNode(fresh).childNodes);
    if (keys) live.querySelector("#correction-keys").open = true;
    live.querySelector("#chosen").scrollTop = focus ? 0 : panel;
    history.replaceState(null, "", url);
    said.textContent = page.querySelector(".shell > [role=status]")?.textContent.trim() ?? "";
    document.querySelectorAll(".shell > [role=status]").forEach((old) => old.remove());
    reveal();
    const fault = live.querySelector("[role=alert]");
    settle(focus);
    if (fault) fault.scrollIntoView({ block: "nearest" });
  };

  const ask = async (url, options, focus) => {
    if (busy) return;
    busy = true;
    live.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { credentials: "same-origin", ...options });
      show(await answer.text(), answer.url, focus);
    } catch {
      location.assign(url);
    } finally {
      busy = false;
      live.removeAttribute("aria-busy");
    }
  };

  const choose = (link, focus) => ask(link.href, {}, focus);

  const send = (form, button) => {
    const fields = new URLSearchParams(new FormData(form));
    if (button?.name) fields.set(button.name, button.value);
    return ask(form.action, { method: "POST", body: fields });
  };

  const cut = () => {
    const form = live.querySelector("[data-split]");
    const fields = new URLSearchParams(new FormData(form));
    fields.set("at", live.querySelector("#caret").selectionStart);
    return ask(form.action, { method: "POST", body: fields });
  };

  live.addEventListener("click", (event) => {
    if (event.target.closest("[data-cut]")) {
      cut();
      return;
    }
    const link = event.target.closest("[data-node]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(link);
  });

  live.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target, event.submitter);
  });

  const join = (link) => {
    const form = live.querySelector("[data-join]");
    if (!form) return;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("clause", link.id.slice(2));
    ask(form.action, { method: "POST", body: fields });
  };

  const onNode = (event, link) => {
    const all = nodes();
    const at = all.indexOf(link);
    const key = event.key.toLowerCase();
    if (key === "j" || key === "arrowdown") all[at + 1]?.focus();
    else if (key === "k" || key === "arrowup") all[at - 1]?.focus();
    else if (key === "s") choose(link, "#caret");
    else if (key === "t") choose(link, "#kind");
    else if (key === "n") choose(link, "#number");
    else if (key === "m") join(link);
    else return;
    event.preventDefault();
  };

  const undoOrRedo = (event) => {
    const key = event.key.toLowerCase();
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (key !== "z" && !redo) return;
    const form = live.querySelector(redo ? "[data-redo]" : "[data-undo]");
    if (!form || form.querySelector("button").disabled) return;
    event.preventDefault();
    send(form);
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea:not(#caret)");
    if (typing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      undoOrRedo(event);
      return;
    }
    if (event.altKey) return;
    if (event.key === "Escape" && live.querySelector("#chosen").contains(event.target)) {
      settle();
      return;
    }
    if (event.target.id === "caret" && event.key === "Enter") {
      event.preventDefault();
      cut();
      return;
    }
    const link = event.target.closest("[data-node]");
    if (link && live.contains(link)) onNode(event, link);
  });

  reveal();
  if (location.hash && current()) settle();
})();
