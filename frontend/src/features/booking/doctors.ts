import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "../../api/client";
import type { Doctor } from "../../api/types";

/** What narrows the directory; it stands in the address. */
export type Filters = { q?: string; specialization?: string; page?: number };

const LIST = ["doctors", "list"] as const;

export const doctorsQuery = ({ q, specialization, page = 1 }: Filters) =>
  queryOptions({
    queryKey: [...LIST, { q, specialization, page }],
    queryFn: async ({ signal }) => {
      const query = { page, ...(q && { search: q }), ...(specialization && { specialization }) };
      const { data, meta } = await call(api.GET("/api/doctors/", { params: { query }, signal }));
      return { doctors: data, meta };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });

export const specializationsQuery = queryOptions({
  queryKey: ["doctors", "specializations"],
  queryFn: async ({ signal }) => (await call(api.GET("/api/doctors/specializations/", { signal }))).data,
  staleTime: 5 * 60_000,
});

const doctorQuery = (id: number) =>
  queryOptions({
    queryKey: ["doctors", "one", id],
    queryFn: async ({ signal }): Promise<Doctor> =>
      (await call(api.GET("/api/doctors/{id}/", { params: { path: { id } }, signal }))).data,
    refetchInterval: 30_000,
  });

export const isBookable = (doctor: Doctor): boolean => doctor.availability && doctor.next_open !== null;

/** One doctor; until the answer is there, as the directory showed them. */
export function useDoctor(id: number) {
  const queries = useQueryClient();
  const listed = () =>
    queries
      .getQueriesData<{ doctors: Doctor[] }>({ queryKey: LIST })
      .flatMap(([, list]) => list?.doctors ?? [])
      .find((doctor) => doctor.id === id);
  return useQuery({ ...doctorQuery(id), placeholderData: listed });
}

/** The doctor's name for the page's title, once it is known. */
export function useDoctorName(id: number | undefined): string | undefined {
  return useQuery({ ...doctorQuery(id ?? 0), enabled: false }).data?.full_name;
}
