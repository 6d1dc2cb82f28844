import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import type { PersonDetail, Role } from "./types";

export type PeopleFilter = {
  state?: PersonDetail["state"] | undefined;
  role?: Role | undefined;
  search?: string | undefined;
};

/** Everybody who ever registered, the newest first. */
export const peopleQuery = (filter: PeopleFilter, page = 1, page_size = 20) =>
  queryOptions({
    queryKey: ["users", "list", { ...filter, page, page_size }],
    queryFn: async ({ signal }) => {
      const { state, role, search } = filter;
      const query = {
        ...(state && { state }),
        ...(role && { role }),
        ...(search && { search }),
        page,
        page_size,
      };
      const { data, meta } = await call(api.GET("/api/users/", { params: { query }, signal }));
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });

export const personQuery = (id: number) =>
  queryOptions({
    queryKey: ["users", id],
    queryFn: async ({ signal }): Promise<PersonDetail> =>
      (await call(api.GET("/api/users/{id}/", { params: { path: { id } }, signal }))).data,
  });

export async function activatePerson(id: number): Promise<PersonDetail> {
  return (await call(api.POST("/api/users/{id}/activate/", { params: { path: { id } } }))).data;
}

export async function rejectPerson(id: number, reason: string): Promise<PersonDetail> {
  return (await call(api.POST("/api/users/{id}/reject/", { params: { path: { id } }, body: { reason } })))
    .data;
}

/** Visits to come are refused first, with their list, unless it is said what becomes of them. */
export async function deactivatePerson(id: number, cancelVisits?: boolean): Promise<PersonDetail> {
  const body = cancelVisits === undefined ? {} : { cancel_appointments: cancelVisits };
  return (await call(api.POST("/api/users/{id}/deactivate/", { params: { path: { id } }, body }))).data;
}

/** Who may come in decides who can be booked, and with whom. */
export function refreshPeople(queries: QueryClient): void {
  for (const key of ["users", "doctors", "patients", "slots", "appointments", "activity"])
    void queries.invalidateQueries({ queryKey: [key] });
}
