import { addDays, type PlainDate, weekdayOf } from "./clinic-time";

const DATE_STYLES = {
  long: { weekday: "long", day: "numeric", month: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  year: { day: "numeric", month: "short", year: "numeric" },
  dayMonth: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  monthShort: { month: "short" },
  weekday: { weekday: "long" },
  weekdayShort: { weekday: "short" },
  weekdayNarrow: { weekday: "narrow" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATE_STYLES;

/** Plain "en" would mean American order. */
const LOCALES: Record<string, string> = { en: "en-GB", sw: "sw-KE" };

const localeOf = (language: string): string => LOCALES[language] ?? language;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, zone, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), {
    numberingSystem: "latn",
    hourCycle: "h23",
    timeZone: zone,
    ...options,
  });
  formats.set(key, made);
  return made;
}

/** Where the locale data knows no short weekdays: Swahili's are the whole words, and its initials English. */
const SHORT_WEEKDAYS: Record<string, string[]> = { sw: ["Jtt", "Jnn", "Jtn", "Alh", "Iju", "Jmo", "Jpi"] };

export function formatDate(date: PlainDate, style: DateStyle, language: string): string {
  const short = /^weekday(Short|Narrow)$/.test(style) && SHORT_WEEKDAYS[language]?.[weekdayOf(date) - 1];
  if (short) return short;
  const text = formatOf(language, "UTC", DATE_STYLES[style]).format(new Date(`${date}T00:00:00Z`));
  // English writes a comma after the weekday in some versions of the data and none in others.
  return language === "en" ? text.replace(/^(\p{L}+), /u, "$1 ") : text;
}

/** "Monday" for 1 to "Sunday" for 7. */
export function formatWeekday(
  weekday: number,
  language: string,
  style: "weekday" | "weekdayShort" = "weekday",
): string {
  return formatDate(addDays("2024-01-01", weekday - 1), style, language);
}

/** An instant on the clinic's clock: "16 Nov 2026, 13:20". */
export function formatInstant(instant: string | Date, zone: string, language: string): string {
  const at = new Date(instant);
  const date = formatOf(language, zone, DATE_STYLES.year).format(at);
  return `${date}, ${formatOf(language, zone, { hour: "2-digit", minute: "2-digit" }).format(at)}`;
}

/** "Nairobi (GMT+3)": said once on every screen that shows times. */
export function zoneLabel(zone: string, now: Date = new Date()): string {
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  const parts = formatOf("en", zone, { timeZoneName: "shortOffset" }).formatToParts(now);
  const offset = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return `${city} (${offset})`;
}
