import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, call } from "../../api/client";
import type { Doctor, SlotDay } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import {
  addDays,
  addMonths,
  daysBetween,
  type PlainDate,
  startOfWeek,
  type WallTime,
} from "../../lib/clinic-time";
import { useWide } from "../../ui/useWide";

/** What the person has chosen so far; it stands in the address. */
export type Choice = { date?: PlainDate; time?: WallTime };

type Span = { from: PlainDate; days: number };

const STRIP_DAYS = 21;
const MOST_DAYS = 31;

export const hasTimes = (day: SlotDay): boolean => day.times.length > 0;

const slotsQuery = (doctor: number, { from, days }: Span) =>
  queryOptions({
    queryKey: ["slots", doctor, from, days],
    queryFn: async ({ signal }): Promise<SlotDay[]> => {
      const params = { path: { id: doctor }, query: { date: from, days } };
      return (await call(api.GET("/api/doctors/{id}/slots/", { params, signal }))).data;
    },
    refetchInterval: 30_000,
  });

/** Three weeks from today, or from the week of a day that lies beyond them. */
function stripSpan(date: PlainDate, today: PlainDate): Span {
  const near = daysBetween(today, date) < STRIP_DAYS;
  return { from: near ? today : startOfWeek(date), days: STRIP_DAYS };
}

/** What is left of a month. */
export function monthSpan(month: PlainDate, today: PlainDate): Span {
  const first = `${month.slice(0, 7)}-01`;
  const from = first < today ? today : first;
  return { from, days: daysBetween(from, addMonths(first, 1)) };
}

export type Slots = ReturnType<typeof useSlots>;

/**
 * The day that is shown, the chosen one or else the next that has times, and its open times, fresh on focus and
 * every 30 seconds. A chosen time that someone else took meanwhile is `gone`.
 */
export function useSlots(doctor: Doctor, choice: Choice) {
  const { date: today } = useClinicNow();
  const chosen = choice.date && choice.date >= today ? choice.date : undefined;
  const date = chosen ?? doctor.next_open?.date ?? today;
  const span = useWide() ? monthSpan(date, today) : stripSpan(date, today);
  const query = useQuery(slotsQuery(doctor.id, span));
  const day = query.data?.find((known) => known.date === date);
  const time = chosen && choice.time;
  const gone = time && day && !day.times.includes(time) ? time : undefined;
  return { query, span, date, day, time: gone ? undefined : time, gone };
}

/** The days of a month with open times. */
export function useOpenDays(doctor: number, span: Span): ReadonlySet<PlainDate> {
  const { data } = useQuery(slotsQuery(doctor, span));
  return new Set(data?.filter(hasTimes).map((day) => day.date));
}

/** For a day without times: the next that has some, else the doctor's first. */
export function useNextOpen(doctor: Doctor, date: PlainDate, known: SlotDay[]): PlainDate | undefined {
  const here = known.find((day) => day.date > date && hasTimes(day));
  const further = { from: addDays(date, 1), days: MOST_DAYS };
  const { data } = useQuery({ ...slotsQuery(doctor.id, further), enabled: !here });
  const first = doctor.next_open?.date;
  return (here ?? data?.find(hasTimes))?.date ?? (first === date ? undefined : first);
}
