// Adds opinions in place, keeps a copy on this device until its receipt is shown, and saves on the server while somebody
// with a personal link is typing. Without this script the page does the same by sending the form. Written for the old
// browsers inside other programs: nothing in it is younger than 2017.
(function () {
  "use strict";
  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function byId(id) { return document.getElementById(id); }

  // this device's own memory, where it has one and lends it to this page
  var memory = {
    read: function (base) {
      try { return JSON.parse(localStorage.getItem("zhengxun:" + base)); } catch (none) { return null; }
    },
    write: function (base, copy) {
      try { localStorage.setItem("zhengxun:" + base, JSON.stringify(copy)); return true; } catch (none) { return false; }
    },
    forget: function (base) {
      try { localStorage.removeItem("zhengxun:" + base); } catch (none) { return; }
    }
  };

  var handed = document.querySelector("main[data-handed]");
  if (handed) {
    memory.forget(handed.getAttribute("data-handed"));
    return;
  }

  // programs that check mail open the page, too; only a person touches it
  var opened = document.querySelector("main[data-opened]");
  if (opened && window.fetch) {
    var signs = ["pointerdown", "keydown", "touchstart", "wheel"];
    var tell = function () {
      signs.forEach(function (sign) { document.removeEventListener(sign, tell); });
      fetch(opened.getAttribute("data-opened"), { method: "POST", keepalive: true }).catch(function () { return null; });
    };
    signs.forEach(function (sign) { document.addEventListener(sign, tell, { passive: true }); });
  }

  var form = byId("answer");
  var opinions = byId("opinions");
  if (!form || !opinions) return;
  var base = form.getAttribute("data-base");
  var most = Number(opinions.getAttribute("data-most"));
  var saving = byId("saving");
  var names = ["clause", "part", "kind", "original", "proposed", "reason"];
  function rows() { return Array.prototype.slice.call(opinions.querySelectorAll("fieldset.opinion")); }
  function field(row, name) { return row.querySelector('[name="' + name + '"]'); }
  function words(row) { return field(row, "original").value + field(row, "proposed").value + field(row, "reason").value; }
  function untouched(row) { return !words(row).trim(); }

  // ---- opinions ----

  // the words of the article that is chosen, and its 款 and 项, both taken from the draft above
  function showArticle(row) {
    var clause = field(row, "clause").value;
    var article = clause && byId("article-" + clause);
    var part = field(row, "part");
    var parts = article ? article.getAttribute("data-parts") : null;
    var chosen = part.value;
    while (part.options.length > 1) part.remove(1);
    if (parts) {
      parts.split("|").forEach(function (one) {
        var at = one.indexOf(":");
        part.add(new Option(one.slice(at + 1), clause + "-" + one.slice(0, at)));
      });
      part.value = chosen;
      if (part.selectedIndex < 0) part.selectedIndex = 0;
    }
    row.querySelector(".part").hidden = !parts;
    var shown = row.querySelector(".shown");
    shown.hidden = !article;
    if (article) {
      shown.querySelector(".words").textContent = Array.prototype.map
        .call(article.querySelectorAll("p.line"), function (line) { return line.textContent; })
        .join("\n");
    }
  }

  function add(clause) {
    var n = rows().length;
    if (n >= most) {
      byId("full").hidden = false;
      return null;
    }
    var holder = document.createElement("div");
    holder.innerHTML = byId("opinion").innerHTML.replace(/%n%/g, String(n)).replace(/%count%/g, String(n + 1));
    var row = opinions.appendChild(holder.firstElementChild);
    field(row, "clause").value = clause;
    showArticle(row);
    return row;
  }

  function about(clause) {
    var last = rows().pop();
    if (!last || !untouched(last)) return add(clause);
    field(last, "clause").value = clause;
    showArticle(last);
    return last;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("button") : null;
    if (!button || button.form !== form) return;
    if (button.value === "discard" || button.value === "theirs") memory.forget(base);
    if (button.name !== "about" && button.value !== "add") return;
    event.preventDefault();
    var row = button.name === "about" ? about(button.value) : add("");
    (row || byId("full")).scrollIntoView();
    if (row) field(row, "original").focus({ preventScroll: true });
    keep();
  });

  form.addEventListener("change", function (event) {
    if (event.target.name === "clause") showArticle(event.target.closest("fieldset"));
  });

  // Enter in a line hands nothing in
  form.addEventListener("keydown", function (event) {
    var target = event.target;
    if (event.key === "Enter" && target.tagName === "INPUT" && target.type !== "checkbox") event.preventDefault();
  });

  // ---- saving ----

  var pause = 3000; // after the last key
  var atLeast = 10000; // so often while somebody types on and on
  var page = Math.random().toString(36).slice(2) + Date.now().toString(36);
  var turn = 0;
  var timer = null;
  var dirtySince = 0;
  var changes = 0;
  var savedChanges = 0;
  var sending = false;
  var leaving = false;
  var refused = false;

  function say(sentence, choose) {
    saving.hidden = !sentence;
    byId("saving-says").textContent = sentence;
    byId("saving-choose").hidden = !choose;
  }

  function copyHere() {
    return memory.write(base, {
      key: form.elements.key.value,
      basis: form.elements.draft.value,
      dirty: changes !== savedChanges,
      rows: rows().map(function (row) {
        var copy = {};
        names.forEach(function (name) { copy[name] = field(row, name).value; });
        return copy;
      })
    });
  }

  function keep() {
    changes += 1;
    var here = copyHere();
    byId("kept-here").hidden = !here;
    if (!saving.getAttribute("data-save")) return;
    var now = Date.now();
    if (!dirtySince) dirtySince = now;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(pause, dirtySince + atLeast - now)));
  }

  function body() {
    var all = [];
    each(form.elements, function (one) {
      if (!one.name || one.name === "turn" || one.disabled || one.type === "file" || one.type === "submit" || one.type === "button") return;
      if ((one.type === "checkbox" || one.type === "radio") && !one.checked) return;
      all.push(encodeURIComponent(one.name) + "=" + encodeURIComponent(one.value));
    });
    turn += 1;
    all.push("turn=" + page + ":" + turn);
    return all.join("&");
  }

  function save() {
    clearTimeout(timer);
    var address = saving.getAttribute("data-save");
    if (!address || leaving || refused || sending || changes === savedChanges || rows().every(untouched)) return;
    if (navigator.onLine === false || !window.fetch) {
      say(saving.getAttribute(copyHere() ? "data-offline" : "data-nothing"), false);
      return;
    }
    var sent = changes;
    var sentBody;
    try { sentBody = body(); } catch (halfACharacter) { return; }
    sending = true;
    dirtySince = 0;
    fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
      body: sentBody,
      keepalive: sentBody.length < 60000
    }).then(function (answer) {
      return answer.json().then(function (said) { return { status: answer.status, said: said }; });
    }).then(function (answer) {
      sending = false;
      if (answer.status === 200) {
        savedChanges = sent;
        form.elements.draft.value = answer.said.version;
        copyHere();
        say(saving.getAttribute("data-saved").replace("%time%", answer.said.time), false);
      } else {
        refused = answer.status === 409; // until somebody has chosen
        say(answer.said.sentence || saving.getAttribute("data-nothing"), refused);
        if (answer.status === 503) timer = setTimeout(save, 20000);
      }
      if (changes !== sent && !refused) timer = setTimeout(save, pause);
    }).catch(function () {
      sending = false;
      say(saving.getAttribute(copyHere() ? "data-offline" : "data-nothing"), false);
      timer = setTimeout(save, 20000);
    });
  }

  window.addEventListener("online", save);
  window.addEventListener("pagehide", save);
  window.addEventListener("pageshow", function () { leaving = false; });
  document.addEventListener("visibilitychange", function () { if (document.hidden) save(); });
  // what the server would not even read, see max-http-form-post-size
  var mostLetters = 1200000;
  form.addEventListener("submit", function (event) {
    if (rows().map(words).join("").length > mostLetters) {
      event.preventDefault();
      say(saving.getAttribute("data-too-long"), false);
      saving.scrollIntoView();
      return;
    }
    leaving = true; // what is being handed in must not be saved once more behind its back
    if (turn > 0) {
      // and what was sent before and comes only now must not outlast it
      var last = form.elements.turn || form.appendChild(document.createElement("input"));
      last.type = "hidden";
      last.name = "turn";
      last.value = page + ":" + turn;
    }
    copyHere();
  });

  // ---- what this device still has ----

  function fill(copy) {
    form.elements.key.value = copy.key;
    copy.rows.forEach(function (values, n) {
      var row = rows()[n] || add("");
      if (!row) return;
      field(row, "clause").value = values.clause || "";
      if (field(row, "clause").selectedIndex < 0) field(row, "clause").value = "";
      showArticle(row);
      names.forEach(function (name) { if (name !== "clause") field(row, name).value = values[name] || ""; });
      each(row.querySelectorAll("details.more"), function (details) { details.open = Boolean(values.proposed || values.reason); });
    });
  }

  function restore() {
    var copy = memory.read(base);
    var written = copy && copy.rows && copy.rows.some(function (row) { return (row.original + row.proposed + row.reason).trim(); });
    if (!written || form.getAttribute("data-fresh") !== "true") return;
    var here = form.elements.draft.value;
    var basis = copy.basis || "";
    if (basis === here || (copy.dirty && !here)) {
      if (basis === here && here && !copy.dirty) return; // the server has shown it already
      fill(copy);
      changes = 1;
      byId("restored").hidden = false;
      save();
    } else if (copy.dirty) {
      // words that never reached the server, beside a newer draft from elsewhere
      var show = byId("saving-left");
      say(saving.getAttribute("data-left"), false);
      show.hidden = false;
      show.addEventListener("click", function () {
        fill(copy);
        form.elements.draft.value = basis;
        changes = 1;
        byId("saving-choose").click();
      });
    }
  }

  rows().forEach(showArticle);
  restore();
  byId("kept-here").hidden = !memory.write("?", 0);
  memory.forget("?");
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);

  // a refusal is read out and stands in view
  var faults = byId("faults");
  if (faults) faults.focus();
})();
