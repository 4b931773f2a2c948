// Adds to a text's page: finding an article while typing, copying the link to the article one came to, and printing.
// Without this script the page shows the same words, and the address bar the same links.
(() => {
  "use strict";

  const print = document.getElementById("print");
  print.hidden = false;
  print.addEventListener("click", () => window.print());

  const copy = document.getElementById("copy");
  const offerCopy = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    copy.hidden = !target || !target.closest(".clauses");
    if (copy.hidden) return;
    copy.querySelector("[role=status]").textContent = "";
    target.before(copy);
  };
  copy.querySelector("button").addEventListener("click", async (event) => {
    const button = event.currentTarget;
    let said = button.dataset.done;
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      said = button.dataset.failed;
    }
    copy.querySelector("[role=status]").textContent = said;
  });
  window.addEventListener("hashchange", offerCopy);
  offerCopy();

  const box = document.getElementById("find");
  if (!box) return;
  const digits = "零一二三四五六七八九";
  /** 72 as 七十二, for numbers up to 9999; anything else as it is. */
  function chinese(typed) {
    if (!/^\d{1,4}$/.test(typed)) return typed;
    let said = "";
    let gap = false;
    [...typed.padStart(4, "0")].forEach((d, i) => {
      if (d === "0") {
        gap = said !== "";
        return;
      }
      const teen = i === 2 && d === "1" && said === "";
      said += (gap ? "零" : "") + (teen ? "" : digits[Number(d)]) + ["千", "百", "十", ""][i];
      gap = false;
    });
    return said;
  }

  const input = document.getElementById("find-article");
  const said = document.getElementById("find-said");
  const items = [...document.querySelectorAll(".draft-contents li")].map((item) => {
    const link = item.querySelector("a");
    const heading = document.getElementById(link.hash.slice(1));
    let words = link.textContent;
    for (let next = heading?.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) {
      words += next.textContent;
    }
    return { item, label: link.textContent, words };
  });
  box.hidden = false;
  input.addEventListener("input", () => {
    const typed = input.value.trim();
    const number = chinese(typed.replace(/^第|条$/g, ""));
    let shown = 0;
    for (const { item, label, words } of items) {
      const fits = !typed || label === `第${number}条` || label.startsWith(`第${number}条之`) || (!/^\d+$/.test(typed) && words.includes(typed));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    said.textContent = typed && shown === 0 ? input.dataset.none : "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    items.find(({ item }) => !item.hidden)?.item.querySelector("a").click();
  });
})();
