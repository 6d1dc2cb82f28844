import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, call } from "../../api/client";

const MOST = 100;
const PAST_PAGE = 10;

/** Visits to come, soonest first. */
export const upcomingQuery = queryOptions({
  queryKey: ["appointments", "mine", "upcoming"],
  queryFn: async ({ signal }) => {
    const query = { when: "upcoming", page_size: MOST } as const;
    return (await call(api.GET("/api/appointments/", { params: { query }, signal }))).data;
  },
  refetchInterval: 30_000,
});

/** Visits that are over, whatever became of them, latest first. */
export const pastQuery = (page: number) =>
  queryOptions({
    queryKey: ["appointments", "mine", "past", page],
    queryFn: async ({ signal }) => {
      const query = { when: "past", page, page_size: PAST_PAGE } as const;
      const { data, meta } = await call(api.GET("/api/appointments/", { params: { query }, signal }));
      return { visits: data, meta };
    },
    placeholderData: keepPreviousData,
  });
