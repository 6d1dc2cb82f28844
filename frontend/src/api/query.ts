import { QueryClient, queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { ApiError } from "./api-error";
import { api, call } from "./client";
import type { Clinic, User } from "./types";

/** Refusals stay refusals: only trouble on the way is tried again. */
function retry(count: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status < 500;
  return !refused && count < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 10_000, refetchOnWindowFocus: true, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }): Promise<User> => (await call(api.GET("/api/auth/me/", { signal }))).data,
  staleTime: 60_000,
});

export const clinicQuery = queryOptions({
  queryKey: ["clinic"],
  queryFn: async ({ signal }): Promise<Clinic> => (await call(api.GET("/api/clinic/", { signal }))).data,
  staleTime: 5 * 60_000,
});

export const twoStepQuery = queryOptions({
  queryKey: ["two-step"],
  queryFn: async ({ signal }) => (await call(api.GET("/api/auth/two-step/", { signal }))).data,
});

/** The signed-in person. Only inside pages that need a sign-in: their guard has loaded it. */
export const useMe = (): User => useSuspenseQuery(meQuery).data;

/** The clinic's settings. Everywhere: the router loads them before any page. */
export const useClinic = (): Clinic => useSuspenseQuery(clinicQuery).data;
