import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isRefusal } from "../../api/api-error";
import { api, call } from "../../api/client";
import { useKeyOfIntent } from "../../api/useKeyOfIntent";
import { keepVisit } from "../../api/visits";

const REASON = ["draft", "reason"];

type Booking = { doctor: number; appointment_date: string; appointment_time: string; reason: string };

/** Books a time. The same booking sent again, after a lost connection, is known to the server by its key. */
export function useBooking(leave: (id: number) => Promise<void>) {
  const queries = useQueryClient();
  const keyOf = useKeyOfIntent();
  return useMutation({
    mutationFn: async (booking: Booking) => {
      const params = { header: { "Idempotency-Key": keyOf(JSON.stringify(booking)) } };
      return (await call(api.POST("/api/appointments/", { params, body: booking }))).data;
    },
    onSuccess: (visit) => {
      queries.removeQueries({ queryKey: REASON });
      return keepVisit(queries, visit, () => leave(visit.id));
    },
    onError: () => askAgain(queries),
  });
}

/** Moves a visit in one call: nothing is given up before the new time is certain. */
export function useMove(id: number, leave: () => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { appointment_date: string; appointment_time: string; doctor?: number }) => {
      const params = { path: { id } };
      return (await call(api.POST("/api/appointments/{id}/reschedule/", { params, body }))).data;
    },
    onSuccess: (visit) => keepVisit(queries, visit, leave),
    onError: () => askAgain(queries),
  });
}

/** Refusals of the time itself: it is no choice any longer. */
export const isTimeGone = (error: unknown): boolean =>
  isRefusal(error, "time_taken", "outside_open_times", "in_the_past", "too_soon", "beyond_horizon");

/** The reason is kept while days, times and doctors change, and forgotten when the visit is booked. */
export function useReason(): [string, (reason: string) => void] {
  const queries = useQueryClient();
  const [reason, setReason] = useState(() => queries.getQueryData<string>(REASON) ?? "");
  return [
    reason,
    (next) => {
      setReason(next);
      queries.setQueryData(REASON, next);
    },
  ];
}

function askAgain(queries: QueryClient): void {
  for (const changed of ["slots", "doctors"]) void queries.invalidateQueries({ queryKey: [changed] });
}
