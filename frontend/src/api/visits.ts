import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import type { Visit, VisitDetail } from "./types";

/** One visit with its history; other people's acts on it appear by themselves. */
export const visitQuery = (id: number) =>
  queryOptions({
    queryKey: ["appointments", "one", id],
    queryFn: async ({ signal }): Promise<VisitDetail> =>
      (await call(api.GET("/api/appointments/{id}/", { params: { path: { id } }, signal }))).data,
    refetchInterval: 30_000,
  });

/**
 * After an act: the visit at once as the server answered it, everything it touches as soon as it is asked.
 * Where the act ends a page, `leave` comes first: times that are gone are no news there.
 */
export async function keepVisit(
  queries: QueryClient,
  visit: Visit,
  leave?: () => Promise<void>,
): Promise<void> {
  queries.setQueryData(visitQuery(visit.id).queryKey, (old) => ({ ...visit, history: old?.history ?? [] }));
  await leave?.();
  for (const touched of ["appointments", "slots", "doctors"])
    void queries.invalidateQueries({ queryKey: [touched] });
}
