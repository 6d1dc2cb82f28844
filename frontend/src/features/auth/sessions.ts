import { queryOptions } from "@tanstack/react-query";
import { api, call } from "../../api/client";

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: async ({ signal }) =>
    (await call(api.GET("/api/auth/sessions/", { params: { query: { page_size: 100 } }, signal }))).data,
});

export const endOneSession = (id: number) =>
  call(api.DELETE("/api/auth/sessions/{id}/", { params: { path: { id } } }));
