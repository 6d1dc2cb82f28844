import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/api-error";
import { api, call } from "../../api/client";
import type { TimeOff } from "../../api/types";
import { instantAt } from "../../lib/clinic-offset";
import { addDays, type PlainDate, wallClock } from "../../lib/clinic-time";
import { toast } from "../../ui/toast";
import { useWhose, type Whose } from "./whose";

/** A page of a doctor's times off, the latest first. */
export const timeOffQuery = (page: number, whose: Whose) =>
  queryOptions({
    queryKey: ["doctors", whose, "time-off", page],
    queryFn: async ({ signal }) => {
      const params = { path: { id: whose }, query: { page } };
      const { data, meta } = await call(api.GET("/api/doctors/{id}/time-off/", { params, signal }));
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
  });

export type TimeOffForm = {
  date: string;
  /** Last day; only where whole days are blocked. */
  until: string;
  from: string;
  to: string;
  /** "yes" or empty. */
  wholeDays: string;
  reason: string;
};

/** The form's wall times as the instants that the server takes; a whole day ends with the midnight that ends it. */
export function spanOf(form: TimeOffForm, zone: string): { starts_at: string; ends_at: string } {
  if (!form.wholeDays)
    return {
      starts_at: instantAt(zone, form.date, form.from),
      ends_at: instantAt(zone, form.date, form.to),
    };
  return {
    starts_at: instantAt(zone, form.date, "00:00"),
    ends_at: instantAt(zone, addDays(form.until || form.date, 1), "00:00"),
  };
}

/** An error at an instant belongs to the field that it was made of. */
export function atTheFields(error: unknown, wholeDays: boolean): unknown {
  if (!(error instanceof ApiError) || error.code !== "invalid") return error;
  const { starts_at, ends_at, ...others } = error.data as Record<string, unknown>;
  const data = {
    ...others,
    ...(starts_at ? { [wholeDays ? "date" : "from"]: starts_at } : {}),
    ...(ends_at ? { [wholeDays ? "until" : "to"]: ends_at } : {}),
  };
  return new ApiError(error.status, error.code, error.message, data, error.requestId);
}

type NewTimeOff = { starts_at: string; ends_at: string; reason: string; cancel_appointments?: boolean };

export async function takeTimeOff(whose: Whose, body: NewTimeOff): Promise<TimeOff> {
  const params = { path: { id: whose } };
  return (await call(api.POST("/api/doctors/{id}/time-off/", { params, body }))).data;
}

/** Whatever changes when a doctor works changes his open times, and may change his visits. */
export function useRefreshSchedule(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of ["doctors", "slots", "appointments"])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}

export function useGiveBack() {
  const whose = useWhose();
  const refresh = useRefreshSchedule();
  return useMutation({
    mutationFn: (id: number) =>
      call(
        api.DELETE("/api/doctors/{id}/time-off/{time_off_id}/", {
          params: { path: { id: whose, time_off_id: id } },
        }),
      ),
    onSettled: refresh,
  });
}

/** Tells that time is blocked, with the way back. Its error is the page's to show. */
export function useTellBlocked() {
  const { t } = useTranslation("schedule");
  const undo = useGiveBack();
  return {
    error: undo.error,
    tell(made: TimeOff, undoable: boolean): void {
      undo.reset();
      if (undoable) toast(t("block.done"), () => undo.mutate(made.id));
      else toast(t("block.done"));
    },
  };
}

/** Makes a time off anew after it was given back. What was booked meanwhile stands. */
export function useTakeAgain() {
  const whose = useWhose();
  const refresh = useRefreshSchedule();
  return useMutation({
    mutationFn: ({ starts_at, ends_at, reason }: TimeOff) =>
      takeTimeOff(whose, { starts_at, ends_at, reason, cancel_appointments: false }),
    onSettled: refresh,
  });
}

/** When it is, as the clinic's calendar has it; `until` is the last day that it touches. */
export function readSpan({ starts_at, ends_at }: TimeOff, zone: string) {
  const [start, end] = [wallClock(zone, starts_at), wallClock(zone, ends_at)];
  const toMidnight = end.time === "00:00" && end.date > start.date;
  const until: PlainDate = toMidnight ? addDays(end.date, -1) : end.date;
  return {
    date: start.date,
    from: start.time,
    until,
    to: toMidnight ? "24:00" : end.time,
    wholeDays: toMidnight && start.time === "00:00",
  };
}
