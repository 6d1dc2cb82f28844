import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, call } from "../../api/client";
import type { Visit } from "../../api/types";
import { OFTEN } from "./calendar";

export const visitQuery = (id: number) =>
  queryOptions({
    queryKey: ["appointments", "open", id],
    queryFn: async ({ signal }): Promise<Visit> =>
      (await call(api.GET("/api/appointments/{id}/", { params: { path: { id } }, signal }))).data,
    refetchInterval: OFTEN,
  });

/** What a doctor may do with a visit; which of it now, the visit's `can` says. */
const ACTS = {
  "check-in": (id: number) =>
    call(api.POST("/api/appointments/{id}/check-in/", { params: { path: { id } } })),
  complete: (id: number) => call(api.POST("/api/appointments/{id}/complete/", { params: { path: { id } } })),
  "no-show": (id: number) => call(api.POST("/api/appointments/{id}/no-show/", { params: { path: { id } } })),
};

export type PlainAct = keyof typeof ACTS;

/** After any act on a visit: the visit as it is now, and all that shows it again. */
function useVisitChange<V>(send: (variables: V) => Promise<{ data: Visit }>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (variables: V): Promise<Visit> => (await send(variables)).data,
    onSuccess: (visit) => queries.setQueryData(visitQuery(visit.id).queryKey, visit),
    // A refusal means that something has changed meanwhile: what is shown is then out of date as well.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["appointments"] });
      void queries.invalidateQueries({ queryKey: ["slots"] });
    },
  });
}

export const useAct = (id: number) => useVisitChange((act: PlainAct) => ACTS[act](id));

export const useCancel = (id: number) =>
  useVisitChange((reason: string) =>
    call(api.POST("/api/appointments/{id}/cancel/", { params: { path: { id } }, body: { reason } })),
  );

export const useMove = (id: number) =>
  useVisitChange(({ date, time }: { date: string; time: string }) =>
    call(
      api.POST("/api/appointments/{id}/reschedule/", {
        params: { path: { id } },
        body: { appointment_date: date, appointment_time: time },
      }),
    ),
  );
