export type ColorScheme = "light" | "dark";

const STORED = "color-scheme";
const BROWSER_BAR: Record<ColorScheme, string> = { light: "#F6F8F7", dark: "#101715" };
const listeners = new Set<() => void>();

/** The page's own script has set it before the first paint. */
export const colorScheme = (): ColorScheme =>
  document.documentElement.dataset.colorScheme === "dark" ? "dark" : "light";

export function setColorScheme(scheme: ColorScheme): void {
  document.documentElement.dataset.colorScheme = scheme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]"))
    meta.content = BROWSER_BAR[scheme];
  try {
    localStorage.setItem(STORED, scheme);
  } catch {
    // Storage is switched off: the choice lasts for this page.
  }
  for (const listener of listeners) listener();
}

export function onColorScheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
