// Keys for a comparison: n to the next change, p to the one before. Without it the links beside each change do the same.
(() => {
  const changes = [...document.querySelectorAll("[data-change]")];
  if (changes.length === 0) return;
  document.getElementById("compare-keys")?.removeAttribute("hidden");

  const current = () => {
    const at = changes.indexOf(document.activeElement);
    if (at >= 0) return at;
    const target = changes.findIndex((change) => `#${change.id}` === window.location.hash);
    if (target >= 0) return target;
    return changes.findLastIndex((change) => change.getBoundingClientRect().top < 0);
  };

  const go = (step) => {
    const change = changes[current() + step];
    if (!change) {
      // the last or first on this page: its link leads to the page beyond
      const links = changes[step > 0 ? changes.length - 1 : 0].parentElement.querySelectorAll(".steps-between a");
      const beyond = [...links].find((link) => !link.getAttribute("href").startsWith("#"));
      if (beyond) beyond.click();
      return;
    }
    window.location.replace(`#${change.id}`);
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: "start" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("input, textarea, select")) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
    else return;
    event.preventDefault();
  });
})();
