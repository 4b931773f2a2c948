// Replaces the stock file: Chinese and the product's own sign-in.
export default {
  app: { name: "欢迎", vendor: "征询" },
  locales: { availableLocales: ["zh", "en"], fallbackLocale: "zh" },
  customScripts: ["../../../js/camunda-sign-in.js"],
  disableWelcomeMessage: true
};
