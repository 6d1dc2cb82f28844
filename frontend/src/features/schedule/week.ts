import type { ClosedDay, TimeOff, Visit, WorkingHours } from "../../api/types";
import { minutesOf, type PlainDate, shortTime, wallClock, weekdayOf } from "../../lib/clinic-time";
import { visitLook } from "../../ui/StatusPill";
import type { CalendarBlock, CalendarEvent } from "../../ui/WeekCalendar";
import { endOf, type Span } from "../../ui/week-layout";

export const endTime = (visit: Visit, zone: string): string => wallClock(zone, visit.ends_at).time;

export function eventsOf(visits: Visit[], zone: string): CalendarEvent[] {
  return visits.map((visit) => ({
    id: visit.id,
    date: visit.appointment_date,
    from: shortTime(visit.appointment_time),
    to: endTime(visit, zone),
    title: visit.patient_name,
    subtitle: visit.reason,
    look: visitLook(visit),
  }));
}

export const closedNames = (days: ClosedDay[]): Record<PlainDate, string> =>
  Object.fromEntries(days.map(({ date, name }) => [date, name]));

/** Working hours on the given days; none on a closed day. */
export function openSpans(
  days: PlainDate[],
  hours: WorkingHours[],
  closed: Record<PlainDate, string>,
): Span[] {
  return days
    .filter((date) => closed[date] === undefined)
    .flatMap((date) =>
      hours
        .filter(({ weekday }) => weekday === weekdayOf(date))
        .map(({ opens, closes }) => ({ date, from: shortTime(opens), to: shortTime(closes) })),
    );
}

/** Time off as it falls on each of the given days: an absence of three days is three blocks. */
export function blocksOf(
  timeOff: TimeOff[],
  days: PlainDate[],
  zone: string,
  unnamed: string,
): CalendarBlock[] {
  return timeOff.flatMap(({ id, starts_at, ends_at, reason }) => {
    const [start, end] = [wallClock(zone, starts_at), wallClock(zone, ends_at)];
    return days
      .map((date) => ({
        id: `${id} ${date}`,
        date,
        label: reason || unnamed,
        from: start.date < date ? "00:00" : start.time,
        to: end.date > date ? "24:00" : end.time,
      }))
      .filter(
        ({ date, to }) => start.date <= date && end.date >= date && !(end.date === date && to === "00:00"),
      );
  });
}

const USUAL_DAY = { from: 8 * 60, to: 17 * 60 };

/** The hours that a week shows: all that is worked and booked, and one more on either side. */
export function hourRange(spans: Span[]): { fromHour: number; toHour: number } {
  const from = spans.length > 0 ? Math.min(...spans.map((span) => minutesOf(span.from))) : USUAL_DAY.from;
  const to = spans.length > 0 ? Math.max(...spans.map(endOf)) : USUAL_DAY.to;
  return { fromHour: Math.max(0, Math.ceil(from / 60) - 1), toHour: Math.min(24, Math.floor(to / 60) + 1) };
}

/** Blocks that the shown hours do not reach are left out. */
export function within<S extends Span>(spans: S[], { fromHour, toHour }: ReturnType<typeof hourRange>): S[] {
  return spans.filter((span) => minutesOf(span.from) < toHour * 60 && endOf(span) > fromHour * 60);
}

/** A doctor's visits of a day that are still to come or under way, and those that have ended but stand open. */
export function waitingVisits(visits: Visit[], today: PlainDate, now: string, zone: string) {
  const standing = visits.filter((visit) => visit.appointment_date === today && visit.status === "scheduled");
  const ended = (visit: Visit) => endOf({ to: endTime(visit, zone) }) <= minutesOf(now);
  return { next: standing.filter((visit) => !ended(visit)), unfinished: standing.filter(ended) };
}
