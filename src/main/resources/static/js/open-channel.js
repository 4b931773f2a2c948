// For the pages behind a poster: names this device for one day, so that one phone alone cannot flood a meeting's shared
// address, and hands in again by itself after a wait. Without this script both are done by hand.
(() => {
  "use strict";
  const today = new Date().toISOString().slice(0, 10);
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const field = document.getElementById("device");
  try {
    let [day, name] = (localStorage.getItem("zhengxun:device") ?? "").split(" ");
    if (day !== today) {
      name = fresh();
      localStorage.setItem("zhengxun:device", `${today} ${name}`);
    }
    if (field) field.value = name;
  } catch {
    // this device keeps nothing; it goes unnamed
  }

  const wait = document.getElementById("wait");
  const form = document.getElementById("answer");
  if (!wait || !form) return;
  let left = Number(wait.dataset.wait);
  const say = () => {
    wait.textContent = wait.dataset.says.replace("%n%", String(left));
  };
  wait.hidden = false;
  say();
  const ticking = setInterval(() => {
    left -= 1;
    if (left > 0) {
      if (left % 5 === 0 || left < 4) say();
      return;
    }
    clearInterval(ticking);
    form.requestSubmit(form.querySelector('button[name="action"][value="submit"]'));
  }, 1000);
  // whoever goes on writing hands in by hand
  form.addEventListener("input", () => {
    clearInterval(ticking);
    wait.hidden = true;
  });
})();
