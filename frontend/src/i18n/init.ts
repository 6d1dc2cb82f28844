import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import { currentLanguage, type LanguageCode, rememberLanguage } from "./language";

const loaders: Record<LanguageCode, () => Promise<{ default: ResourceLanguage }>> = {
  en: () => import("./locales/en"),
  sw: () => import("./locales/sw"),
};

const i18n = i18next.createInstance();

let started: Promise<void> | null = null;

/** Loads the chosen language, once. */
export function startI18n(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  const language = currentLanguage();
  const { default: texts } = await loaders[language]();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: { [language]: texts },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Shows everything in another language, and remembers it in this browser. */
export async function changeLanguage(code: LanguageCode): Promise<void> {
  await startI18n();
  rememberLanguage(code);
  if (!i18n.hasResourceBundle(code, "common")) {
    const { default: texts } = await loaders[code]();
    for (const [namespace, bundle] of Object.entries(texts)) i18n.addResourceBundle(code, namespace, bundle);
  }
  await i18n.changeLanguage(code);
}
