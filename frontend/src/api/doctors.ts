import { queryOptions } from "@tanstack/react-query";
import { allPages } from "./all-pages";
import { api, call } from "./client";
import type { Doctor } from "./types";

/** Every active doctor, by name. A clinic has dozens at most. */
export const allDoctorsQuery = queryOptions({
  queryKey: ["doctors", "all"],
  queryFn: ({ signal }): Promise<Doctor[]> =>
    allPages((query) => call(api.GET("/api/doctors/", { params: { query }, signal }))),
  refetchInterval: 60_000,
});
