// The calendar inside Camunda Forms knows only English; this puts Chinese names in their place.
const weekdays = { Sun: "日", Mon: "一", Tue: "二", Wed: "三", Thu: "四", Fri: "五", Sat: "六" };

function translate() {
  document.querySelectorAll(".flatpickr-weekday").forEach((day) => {
    const chinese = weekdays[day.textContent.trim()];
    if (chinese) day.textContent = chinese;
  });
  document.querySelectorAll(".flatpickr-monthDropdown-months option").forEach((month) => {
    const chinese = `${Number(month.value) + 1}月`;
    if (month.textContent !== chinese) month.textContent = chinese;
  });
}

new MutationObserver(translate).observe(document.documentElement, { childList: true, subtree: true });

export default [];
