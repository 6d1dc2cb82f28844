import { queryOptions, useQueries } from "@tanstack/react-query";
import { allPages } from "../../api/all-pages";
import { api, call } from "../../api/client";
import type { ClosedDay, SlotDay, TimeOff, Visit, WorkingHours } from "../../api/types";
import { addDays, type PlainDate } from "../../lib/clinic-time";
import type { Whose } from "./whose";

/** Other people book meanwhile. */
export const OFTEN = 30_000;

const ME = { id: "me" } as const;

export const weekVisitsQuery = (monday: PlainDate) =>
  queryOptions({
    queryKey: ["appointments", "week", monday],
    queryFn: async ({ signal }): Promise<Visit[]> => {
      const days = { from: monday, to: addDays(monday, 6) };
      const rows = await allPages((page) =>
        call(api.GET("/api/appointments/", { params: { query: { ...days, ...page } }, signal })),
      );
      return rows.sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at) || a.id - b.id);
    },
    refetchInterval: OFTEN,
  });

export const workingHoursQuery = (whose: Whose = "me") =>
  queryOptions({
    queryKey: ["doctors", whose, "working-hours"],
    queryFn: async ({ signal }): Promise<WorkingHours[]> => {
      const params = { path: { id: whose } };
      return (await call(api.GET("/api/doctors/{id}/working-hours/", { params, signal }))).data;
    },
  });

const allTimeOffQuery = queryOptions({
  queryKey: ["doctors", "me", "time-off", "all"],
  queryFn: ({ signal }): Promise<TimeOff[]> =>
    allPages((query) =>
      call(api.GET("/api/doctors/{id}/time-off/", { params: { path: ME, query }, signal })),
    ),
});

const closedDaysQuery = queryOptions({
  queryKey: ["closed-days", "all"],
  queryFn: ({ signal }): Promise<ClosedDay[]> =>
    allPages((query) => call(api.GET("/api/clinic/closed-days/", { params: { query }, signal }))),
});

/** A doctor's open times, as patients see them. */
export const slotsQuery = (date: PlainDate, days: number, whose: Whose = "me") =>
  queryOptions({
    queryKey: ["slots", whose, date, days],
    queryFn: async ({ signal }): Promise<SlotDay[]> => {
      const params = { path: { id: whose }, query: { date, days } };
      return (await call(api.GET("/api/doctors/{id}/slots/", { params, signal }))).data;
    },
    refetchInterval: OFTEN,
  });

export type WeekData = {
  visits: Visit[];
  hours: WorkingHours[];
  timeOff: TimeOff[];
  closedDays: ClosedDay[];
};

/** All that a week shows, as one question with one answer. */
export function useWeek(monday: PlainDate) {
  return useQueries({
    queries: [weekVisitsQuery(monday), workingHoursQuery(), allTimeOffQuery, closedDaysQuery],
    combine: ([visits, hours, timeOff, closedDays]) => {
      const all = [visits, hours, timeOff, closedDays];
      const whole = visits.data && hours.data && timeOff.data && closedDays.data;
      const data: WeekData | undefined = whole && {
        visits: visits.data,
        hours: hours.data,
        timeOff: timeOff.data,
        closedDays: closedDays.data,
      };
      return {
        data,
        error: all.find((query) => query.error)?.error ?? null,
        refetch: () => Promise.all(all.filter((query) => query.error).map((query) => query.refetch())),
      };
    },
  });
}
