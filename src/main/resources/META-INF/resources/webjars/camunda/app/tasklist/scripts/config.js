// Replaces the stock file: Chinese, the product's own sign-in, no welcome balloon.
export default {
  app: { name: "任务办理", vendor: "征询" },
  locales: { availableLocales: ["zh", "en"], fallbackLocale: "zh" },
  customScripts: ["../../../js/camunda-sign-in.js", "../../../js/camunda-home.js", "../../../js/camunda-calendar.js"],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "认领当前任务" },
    focusFilter: { key: "ctrl+shift+f", description: "转到第一个任务筛选" },
    focusList: { key: "ctrl+alt+l", description: "转到列表中的第一项任务" },
    focusForm: { key: "ctrl+alt+f", description: "转到表单的第一个输入框" },
    startProcess: { key: "ctrl+alt+p", description: "发起流程" }
  }
};
