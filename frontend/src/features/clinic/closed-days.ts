import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { allPages } from "../../api/all-pages";
import { api, call } from "../../api/client";
import type { ClosedDay } from "../../api/types";

export const closedDaysQuery = queryOptions({
  queryKey: ["closed-days", "all"],
  queryFn: ({ signal }): Promise<ClosedDay[]> =>
    allPages((query) => call(api.GET("/api/clinic/closed-days/", { params: { query }, signal }))),
});

/** Visits of the day are refused first, with their list, unless it is said what becomes of them. */
export async function closeDay(
  day: { date: string; name: string },
  cancelVisits?: boolean,
): Promise<ClosedDay> {
  const { date, name } = day;
  const body = { date, name, ...(cancelVisits !== undefined && { cancel_appointments: cancelVisits }) };
  return (await call(api.POST("/api/clinic/closed-days/", { body }))).data;
}

export const openDay = (id: number) =>
  call(api.DELETE("/api/clinic/closed-days/{id}/", { params: { path: { id } } }));

/** A closed day takes away open times, and may take visits. */
export function refreshDays(queries: QueryClient): void {
  for (const key of ["closed-days", "slots", "doctors", "appointments", "activity"])
    void queries.invalidateQueries({ queryKey: [key] });
}
