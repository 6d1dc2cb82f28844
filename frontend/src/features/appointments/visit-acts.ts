import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, call } from "../../api/client";
import type { Visit } from "../../api/types";
import { keepVisit, visitQuery } from "../../api/visits";

/** What staff note of a visit with one press. */
export type Note = "check-in" | "complete" | "no-show";

const SEND = {
  "check-in": (id: number) =>
    call(api.POST("/api/appointments/{id}/check-in/", { params: { path: { id } } })),
  complete: (id: number) => call(api.POST("/api/appointments/{id}/complete/", { params: { path: { id } } })),
  "no-show": (id: number) => call(api.POST("/api/appointments/{id}/no-show/", { params: { path: { id } } })),
} satisfies Record<Note, (id: number) => Promise<{ data: Visit }>>;

export const useNote = (id: number, onDone: (note: Note) => void) =>
  useAct(id, async (note: Note) => (await SEND[note](id)).data, onDone);

export const useCancel = (id: number, onDone: () => void) =>
  useAct(
    id,
    async (reason: string) => {
      const params = { path: { id } };
      return (await call(api.POST("/api/appointments/{id}/cancel/", { params, body: { reason } }))).data;
    },
    onDone,
  );

/** A refused act means that the visit is not as it was shown: it is fetched anew, beside the refusal. */
function useAct<V>(id: number, send: (value: V) => Promise<Visit>, onDone: (value: V) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (visit, value) => {
      onDone(value);
      return keepVisit(queries, visit);
    },
    onError: () => void queries.invalidateQueries({ queryKey: visitQuery(id).queryKey }),
  });
}
