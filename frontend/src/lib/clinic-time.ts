/**
 * Plain dates ("2026-11-16") and wall times ("13:20") are strings and stay strings. Only the server
 * turns them into instants; instants are only ever shown, in the clinic's zone, never the browser's.
 */

export type PlainDate = string;
export type WallTime = string;

const DAY = 86_400_000;

const utc = (date: PlainDate) => new Date(`${date}T00:00:00Z`);
const plain = (date: Date): PlainDate => date.toISOString().slice(0, 10);

export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = utc(text);
  return !Number.isNaN(date.getTime()) && plain(date) === text;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return plain(new Date(utc(date).getTime() + days * DAY));
}

/** The same day of another month, or that month's last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const first = utc(`${date.slice(0, 7)}-01`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(plain(first), Math.min(Number(date.slice(8)), last) - 1);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY);
}

export function daysFrom(date: PlainDate, count: number): PlainDate[] {
  return Array.from({ length: count }, (_, index) => addDays(date, index));
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekdayOf(date: PlainDate): number {
  return utc(date).getUTCDay() || 7;
}

export function startOfWeek(date: PlainDate): PlainDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Weeks of a month from Monday; null where a cell belongs to another month. */
export function monthGrid(date: PlainDate): (PlainDate | null)[][] {
  const month = date.slice(0, 7);
  const start = startOfWeek(`${month}-01`);
  const weeks = Array.from({ length: 6 }, (_, week) => daysFrom(addDays(start, week * 7), 7));
  return weeks
    .map((week) => week.map((day) => (day.startsWith(month) ? day : null)))
    .filter((week) => week.some(Boolean));
}

/** The clinic's wall clock at an instant. */
export function wallClock(
  zone: string,
  instant: Date | string = new Date(),
): { date: PlainDate; time: WallTime } {
  const [date = "", time = ""] = clockOf(zone).format(new Date(instant)).split(" ");
  return { date, time: shortTime(time) };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Writes instants as "2026-11-16 13:20:00" of the zone. Kept, because making one takes a phone milliseconds. */
export function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", {
    numberingSystem: "latn",
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  clocks.set(zone, made);
  return made;
}

export const today = (zone: string, now: Date = new Date()): PlainDate => wallClock(zone, now).date;

/** "13:20" from the API's "13:20:00". */
export const shortTime = (time: string): WallTime => time.slice(0, 5);

export function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function timeAt(minutes: number): WallTime {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const PARTS_OF_DAY = ["morning", "afternoon", "evening"] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

export function partOfDay(time: WallTime): PartOfDay {
  if (time < "12:00") return "morning";
  return time < "17:00" ? "afternoon" : "evening";
}

/** Times by part of the day, in the day's order; empty parts are left out. */
export function groupTimes(times: WallTime[]): { part: PartOfDay; times: WallTime[] }[] {
  return PARTS_OF_DAY.map((part) => ({
    part,
    times: times.filter((time) => partOfDay(time) === part),
  })).filter((group) => group.times.length > 0);
}
