import type { WallTime } from "./clinic-time";

/** "08:30" from what people type for it: 8:30, 8.30, 0830, 830, 8; null where it is no time of the day. */
export function readTime(typed: string): WallTime | null {
  const parts = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(typed.trim());
  if (!parts) return null;
  const [hour = 0, minute = 0] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
