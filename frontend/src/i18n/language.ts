export const LANGUAGES = ["en", "sw"] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** Each language in its own words, so that who reads it finds it. */
export const LANGUAGE_NAMES: Record<LanguageCode, string> = { en: "English", sw: "Kiswahili" };

const STORED = "language";

const isLanguage = (code: unknown): code is LanguageCode =>
  typeof code === "string" && (LANGUAGES as readonly string[]).includes(code);

let chosen: LanguageCode = stored() ?? preferred();

export const currentLanguage = (): LanguageCode => chosen;

export function rememberLanguage(code: LanguageCode): void {
  chosen = code;
  document.documentElement.lang = code;
  try {
    localStorage.setItem(STORED, code);
  } catch {
    // Storage is switched off: the language lasts for this page.
  }
}

function stored(): LanguageCode | null {
  try {
    const code = localStorage.getItem(STORED);
    return isLanguage(code) ? code : null;
  } catch {
    return null;
  }
}

function preferred(): LanguageCode {
  const codes = (navigator.languages ?? []).map((tag) => tag.slice(0, 2));
  return codes.find(isLanguage) ?? "en";
}
