// Replaces the stock file: the product's own sign-in. English only, until a complete zh.json exists for this application.
export default {
  locales: { availableLocales: ["en"], fallbackLocale: "en" },
  customScripts: ["../../../js/camunda-sign-in.js"],
  disableWelcomeMessage: true
};
