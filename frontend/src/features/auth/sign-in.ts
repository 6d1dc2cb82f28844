import type { QueryClient } from "@tanstack/react-query";
import { api, call } from "../../api/client";
import { meQuery } from "../../api/query";
import { startSession } from "../../api/session";

export type Credentials = { national_id: string; password: string; code?: string };

/** Signs in; the guard of the page then leads on to where the person was going. */
export async function signIn(credentials: Credentials, queries: QueryClient): Promise<void> {
  const { data } = await call(api.POST("/api/auth/login/", { body: credentials }));
  startSession(data.access);
  queries.setQueryData(meQuery.queryKey, data.user);
}

/** What was typed, for the waiting page: in memory only, gone with the tab. */
let typed: Credentials | null = null;

export const credentialsTyped = (): Credentials | null => typed;

export function keepCredentials(credentials: Credentials | null): void {
  typed = credentials;
}
