const TITLES = new Set(["dr", "dr.", "prof", "prof.", "mr", "mrs", "ms", "bi", "daktari"]);

/** First letters of the first and last name, without a title: "Dr Achieng Odhiambo" is AO. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word && !TITLES.has(word.toLowerCase()));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? ([...word][0] ?? "") : ""))
    .join("");
  return letters.toLocaleUpperCase("en") || "?";
}

const TINTS = ["info", "warn", "ok", "new", "brand"] as const;
export type Tint = (typeof TINTS)[number];

/** The same name always has the same tint. */
export function tintOf(name: string): Tint {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return TINTS[sum % TINTS.length] ?? "brand";
}
