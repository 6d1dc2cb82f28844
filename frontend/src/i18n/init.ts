import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import { currentLanguage, type LanguageCode, rememberLanguage } from "./language";

type Load = () => Promise<{ default: ResourceLanguage }>;

/** The texts in two volumes, so that a patient's phone does not carry the staff's. */
const VOLUMES = {
  everyone: { en: () => import("./locales/en"), sw: () => import("./locales/sw") },
  staff: { en: () => import("./locales/en-staff"), sw: () => import("./locales/sw-staff") },
} satisfies Record<string, Record<LanguageCode, Load>>;
type Volume = keyof typeof VOLUMES;

const i18n = i18next.createInstance();
const opened = new Set<Volume>(["everyone"]);
const loaded = new Map<string, Promise<void>>();

let started: Promise<void> | null = null;

/** Loads the chosen language, once. */
export function startI18n(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  const language = currentLanguage();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: {},
    interpolation: { escapeValue: false },
  });
  await load(language);
  document.documentElement.lang = language;
}

/** For pages of doctors and admins: their texts, in this and in any later language. */
export async function openStaffTexts(): Promise<void> {
  await startI18n();
  opened.add("staff");
  await load(currentLanguage());
}

/** Shows everything in another language, and remembers it in this browser. */
export async function changeLanguage(code: LanguageCode): Promise<void> {
  await startI18n();
  rememberLanguage(code);
  await load(code);
  await i18n.changeLanguage(code);
}

/** Every opened volume in this language; one that could not be fetched is asked for again the next time. */
async function load(code: LanguageCode): Promise<void> {
  await Promise.all([...opened].map((volume) => once(`${volume} ${code}`, () => add(volume, code))));
}

function once(name: string, act: () => Promise<void>): Promise<void> {
  const known = loaded.get(name) ?? act();
  loaded.set(name, known);
  return known.catch((error: unknown) => {
    loaded.delete(name);
    throw error;
  });
}

async function add(volume: Volume, code: LanguageCode): Promise<void> {
  const { default: texts } = await VOLUMES[volume][code]();
  for (const [namespace, bundle] of Object.entries(texts)) i18n.addResourceBundle(code, namespace, bundle);
}
