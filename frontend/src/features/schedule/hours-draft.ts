import type { WorkingHours } from "../../api/types";
import { minutesOf, shortTime } from "../../lib/clinic-time";
import { readTime } from "../../lib/wall-time";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** One interval as it is being typed; `key` stays with it whatever is added or removed around it. */
export type Row = { key: string; weekday: number; opens: string; closes: string };
export type RowFault = "required" | "backwards" | "overlap";
/** Sentences beside rows, by key. */
export type RowErrors = Record<string, string>;

let made = 0;
export const newRow = (weekday: number, opens = "", closes = ""): Row => {
  made += 1;
  return { key: `new-${made}`, weekday, opens, closes };
};

export function rowsOf(hours: WorkingHours[]): Row[] {
  return hours
    .map(({ weekday, opens, closes }) => ({ weekday, opens: shortTime(opens), closes: shortTime(closes) }))
    .sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens))
    .map((row) => ({ ...row, key: `${row.weekday} ${row.opens}` }));
}

export const hoursOf = (rows: Row[]): WorkingHours[] =>
  rows.map(settled).map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));

export const sameHours = (a: Row[], b: Row[]): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

const inOrder = (rows: Row[]) =>
  rows.map(({ weekday, opens, closes }) => `${weekday} ${opens} ${closes}`).sort();

/** The next interval of a day begins an hour after its last one ends, or in the morning. */
export function addRow(rows: Row[], weekday: number): Row[] {
  const last = rows.filter((row) => row.weekday === weekday).at(-1);
  if (!last) return [...rows, newRow(weekday, "08:00", "17:00")];
  return [...rows, newRow(weekday)];
}

/** The other days get this day's intervals in place of their own. */
export function copyDay(rows: Row[], from: number, to: number[]): Row[] {
  const day = rows.filter((row) => row.weekday === from);
  const copies = to.flatMap((weekday) => day.map((row) => newRow(weekday, row.opens, row.closes)));
  return [...rows.filter((row) => !to.includes(row.weekday)), ...copies];
}

/** What is plainly wrong, for help while typing; the server decides. */
export function faultsOf(typed: Row[]): Record<string, RowFault> {
  const rows = typed.map(settled);
  const faults: Record<string, RowFault> = {};
  for (const row of rows) {
    if (!isTime(row.opens) || !isTime(row.closes)) faults[row.key] = "required";
    else if (minutesOf(row.closes) <= minutesOf(row.opens)) faults[row.key] = "backwards";
    else if (rows.some((other) => other !== row && overlap(other, row) && begins(other, row)))
      faults[row.key] = "overlap";
  }
  return faults;
}

/** A time counts as soon as it can be read, not only once its field has been left. */
const settled = (row: Row): Row => ({
  ...row,
  opens: readTime(row.opens) ?? row.opens,
  closes: readTime(row.closes) ?? row.closes,
});

const isTime = (typed: string) => readTime(typed) === typed;

const overlap = (a: Row, b: Row) =>
  a.weekday === b.weekday && isTime(a.opens) && isTime(a.closes) && a.opens < b.closes && b.opens < a.closes;

/** Of two that overlap the later one is at fault. */
const begins = (first: Row, second: Row) =>
  first.opens < second.opens || (first.opens === second.opens && first.key < second.key);

/** The server's errors, row by row as the rows were sent: `[{}, {"opens": ["…"]}]`. */
export function errorsByRow(rows: Row[], data: unknown): RowErrors {
  if (!Array.isArray(data)) return {};
  return Object.fromEntries(
    data.flatMap((said, index) => {
      const row = rows[index];
      const words = row && said && typeof said === "object" ? Object.values(said).flat().join(" ") : "";
      return row && words ? [[row.key, words]] : [];
    }),
  );
}
