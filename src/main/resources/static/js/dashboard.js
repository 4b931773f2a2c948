// Draws each table marked with data-chart once more as bars, above it. The table stays the source of every number.
const shapes = [
  { name: "征集", field: "collected", color: "#525a64" },
  { name: "上报", field: "submitted", color: "#0b57b0" },
  { name: "采纳", field: "adopted", color: "#a3161a" }
];

for (const table of document.querySelectorAll("table[data-chart]")) {
  const rows = [...table.querySelectorAll("tbody tr")];
  const box = document.createElement("div");
  box.style.height = "18rem";
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", `${table.dataset.chart}：图中的数字与下表相同`);
  table.parentElement.before(box);
  const chart = echarts.init(box);
  chart.setOption({
    animation: false,
    aria: { decal: { show: true } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14 },
    legend: { top: 0 },
    grid: { left: 8, right: 8, top: 60, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: rows.map((row) => row.dataset.label) },
    yAxis: { type: "value", minInterval: 1 },
    series: shapes.map((shape) => ({
      type: "bar",
      name: shape.name,
      itemStyle: { color: shape.color },
      label: { show: rows.length <= 12, position: "top" },
      data: rows.map((row) => Number(row.dataset[shape.field]))
    }))
  });
  addEventListener("resize", () => chart.resize());
}
