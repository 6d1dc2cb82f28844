import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { allPages } from "./all-pages";
import { api, call } from "./client";
import type { User } from "./types";

export const patientsQuery = (search: string, page = 1, page_size = 20) =>
  queryOptions({
    queryKey: ["patients", "list", { search, page, page_size }],
    queryFn: async ({ signal }) => {
      const params = { query: { ...(search && { search }), page, page_size } };
      const { data, meta } = await call(api.GET("/api/patients/", { params, signal }));
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
  });

/** One patient with the medical history. Where a doctor asks, the server logs a reading of it. */
export const patientQuery = (id: number) =>
  queryOptions({
    queryKey: ["patients", id],
    queryFn: async ({ signal }): Promise<User> =>
      (await call(api.GET("/api/patients/{id}/", { params: { path: { id } }, signal }))).data,
  });

/**
 * How to reach a patient, without the medical history: from the list, so that looking up a phone number does
 * not count as a reading. Null where the patient is no longer active.
 */
export const patientContactQuery = (id: number, name: string) =>
  queryOptions({
    queryKey: ["patients", id, "contact"],
    queryFn: async ({ signal }): Promise<User | null> => {
      const rows = await allPages((page) =>
        call(api.GET("/api/patients/", { params: { query: { search: name, ...page } }, signal })),
      );
      return rows.find((row) => row.id === id) ?? null;
    },
    staleTime: 5 * 60_000,
  });
