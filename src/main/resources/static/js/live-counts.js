// Keeps the figures of a consultation up to date while opinions come in. Without it the page shows them as of loading.
(() => {
  "use strict";
  const board = document.getElementById("live");
  if (!board || typeof EventSource === "undefined") return;
  const state = document.getElementById("live-state");
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  function show(tally) {
    for (const cell of board.querySelectorAll("[data-count]")) cell.textContent = tally[cell.dataset.count];
    document.getElementById("live-empty").hidden = tally.total > 0;
    document.getElementById("live-counts").hidden = tally.total === 0;
    for (const body of board.querySelectorAll("[data-counts]")) {
      const counts = tally[body.dataset.counts];
      body.closest("table").hidden = counts.length === 0;
      body.replaceChildren(...counts.map((one) => {
        const row = element("tr");
        const name = element("th", one.name);
        name.scope = "row";
        row.append(name, element("td", one.suggestions, "num"));
        return row;
      }));
    }
    document.getElementById("live-latest")?.replaceChildren(...tally.latest.map((one) => {
      const line = element("li");
      const way = element("a", one.clause);
      way.href = `${board.dataset.suggestions}/${one.id}`;
      const from = [one.channel, one.station, one.time].filter(Boolean).join("　");
      line.append(way, " ", element("span", one.words, "words"), " ", element("small", from, "hint"));
      return line;
    }));
  }

  const stream = new EventSource(board.dataset.stream);
  const say = (on) => {
    const says = on ? state.dataset.on : state.dataset.off;
    if (state.textContent !== says) state.textContent = says;
    state.hidden = false;
    document.getElementById("live-refresh").hidden = on;
  };
  stream.addEventListener("open", () => say(true));
  // while it tries again by itself nothing is said; it gives up where the session is over or too many watch
  stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) say(false); });
  stream.addEventListener("tally", (event) => show(JSON.parse(event.data)));
  addEventListener("pagehide", () => stream.close());
})();
