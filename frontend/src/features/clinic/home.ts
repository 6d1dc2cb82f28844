import { queryOptions } from "@tanstack/react-query";
import { allPages } from "../../api/all-pages";
import { api, call } from "../../api/client";
import type { Person, Visit } from "../../api/types";
import type { PlainDate } from "../../lib/clinic-time";

const PAGE_SIZE = 20;

async function pendingPage(page: number, signal: AbortSignal) {
  const query = { state: "pending", page, page_size: PAGE_SIZE } as const;
  return call(api.GET("/api/users/", { params: { query }, signal }));
}

/** Registrations that wait. The list has the newest first; who waits longest stands on its last page. */
export const waitingQuery = queryOptions({
  queryKey: ["users", "waiting"],
  queryFn: async ({ signal }): Promise<{ longest: Person[]; total: number }> => {
    const first = await pendingPage(1, signal);
    const { total } = first.meta;
    const pages = Math.ceil(total / PAGE_SIZE);
    const last = pages > 1 ? await pendingPage(pages, signal) : first;
    const longest = [...last.data].sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
    return { longest, total };
  },
  refetchInterval: 30_000,
});

/** All visits of a day, the earliest first. */
export const dayQuery = (date: PlainDate) =>
  queryOptions({
    queryKey: ["appointments", "day", date],
    queryFn: async ({ signal }): Promise<Visit[]> => {
      const rows = await allPages((page) =>
        call(api.GET("/api/appointments/", { params: { query: { from: date, to: date, ...page } }, signal })),
      );
      return rows.sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at) || a.id - b.id);
    },
    refetchInterval: 30_000,
  });
