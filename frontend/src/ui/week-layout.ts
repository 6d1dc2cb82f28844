import { minutesOf, type PlainDate, type WallTime } from "../lib/clinic-time";

export type Span = { date: PlainDate; from: WallTime; to: WallTime };

export type Placed<E> = { event: E; lane: number; lanes: number };

/** Minutes of a span's end; midnight at the end of the day is 24:00. */
export const endOf = (span: Pick<Span, "to">): number => minutesOf(span.to) || 24 * 60;

/** Events of one day in time's order; those that overlap stand side by side in lanes. */
export function placeEvents<E extends Span>(events: E[]): Placed<E>[] {
  const sorted = [...events].sort((a, b) => a.from.localeCompare(b.from) || endOf(a) - endOf(b));
  const placed: Placed<E>[] = [];
  let cluster: Placed<E>[] = [];
  let until = -1;
  for (const event of sorted) {
    const start = minutesOf(event.from);
    if (start >= until) cluster = [];
    const taken = cluster.filter((other) => endOf(other.event) > start).map((other) => other.lane);
    const lane = Array.from({ length: taken.length + 1 }, (_, n) => n).find((n) => !taken.includes(n)) ?? 0;
    const entry = { event, lane, lanes: 1 };
    cluster.push(entry);
    placed.push(entry);
    const lanes = Math.max(...cluster.map((other) => other.lane)) + 1;
    for (const other of cluster) other.lanes = lanes;
    until = Math.max(start >= until ? -1 : until, endOf(event));
  }
  return placed;
}
