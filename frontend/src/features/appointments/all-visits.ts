import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, call } from "../../api/client";
import type { SlotDay, VisitStatus } from "../../api/types";
import type { PlainDate } from "../../lib/clinic-time";

export type VisitFilter = {
  when?: "upcoming" | "past" | "all";
  status?: VisitStatus;
  doctor?: number;
  patient?: number;
  from?: PlainDate;
  to?: PlainDate;
};

/** Everybody's visits: those to come soonest first, all others latest first. */
export const allVisitsQuery = ({ when = "upcoming", ...filter }: VisitFilter, page: number) =>
  queryOptions({
    queryKey: ["appointments", "list", when, filter, page],
    queryFn: async ({ signal }) => {
      const said = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const query = { ...said, ...(when !== "all" && { when }), page };
      const { data, meta } = await call(api.GET("/api/appointments/", { params: { query }, signal }));
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });

/** The open times of one doctor on one day. */
export const dayTimesQuery = (doctor: number, date: PlainDate) =>
  queryOptions({
    queryKey: ["slots", doctor, date, 1],
    queryFn: async ({ signal }): Promise<SlotDay | null> => {
      const params = { path: { id: doctor }, query: { date, days: 1 } };
      return (await call(api.GET("/api/doctors/{id}/slots/", { params, signal }))).data[0] ?? null;
    },
    enabled: doctor > 0 && date !== "",
    refetchInterval: 30_000,
  });
