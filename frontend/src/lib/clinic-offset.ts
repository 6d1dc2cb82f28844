import { clockOf, type PlainDate, type WallTime } from "./clinic-time";

/**
 * Time off is the one thing that the API takes as instants, so that it may begin and end at any moment. What
 * a doctor types is the clinic's wall clock; here it gets the offset that the clinic's zone has just then, by
 * the server's own rule: a time that the zone skips moves to the end of the gap, a doubled one means the first.
 */
export function instantAt(zone: string, date: PlainDate, time: WallTime): string {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  const fits = [before, after].find((offset) => offsetAt(zone, wall - offset) === offset);
  if (fits !== undefined) return written(wall, fits);
  const gapEnd = changeBetween(zone, wall - after, wall - before);
  return written(gapEnd + after, after);
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  return Date.parse(`${clockOf(zone).format(instant).replace(" ", "T")}Z`) - instant;
}

/** The minute between two instants at which the zone's clocks change. */
function changeBetween(zone: string, from: number, to: number): number {
  const old = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(zone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

function written(wall: number, offset: number): string {
  const size = Math.abs(offset) / MINUTE;
  const two = (value: number) => String(value).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  return `${new Date(wall).toISOString().slice(0, 19)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
