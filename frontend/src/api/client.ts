import createClient from "openapi-fetch";
import { currentLanguage } from "../i18n/language";
import { ApiError, OfflineError } from "./api-error";
import { hearServerTime } from "./clock";
import type { paths } from "./schema";
import { accessToken, type Refresher, refreshSession } from "./session";

const COOKIE_PATHS = /^\/api\/auth\/(login|logout|token\/refresh|password\/change)\/$/;

/** openapi-fetch keeps the `fetch` of import time unless it is given one. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: (request) => send(request),
});

type Reply = { data?: unknown; error?: unknown; response: Response };
type Body<R extends Reply> = NonNullable<R["data"]>;
type DataOf<B> = B extends { data: infer D } ? D : never;
type MetaOf<B> = B extends { meta: infer M } ? M : B extends { meta?: infer M } ? NonNullable<M> : undefined;
type Unwrapped<B> = { data: DataOf<B>; meta: MetaOf<B>; message: string };

/** Takes a call's answer out of its envelope, or throws `ApiError` (`OfflineError` where no server answered). */
export async function call<R extends Reply>(pending: Promise<R>): Promise<Unwrapped<Body<R>>> {
  const { data: body, error, response } = await pending;
  if (!response.ok || !body) throw ApiError.of(response, error);
  return body as Unwrapped<Body<R>>;
}

async function send(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  if (COOKIE_PATHS.test(path)) request.headers.set("X-Refresh-Cookie", "true");
  request.headers.set("Accept-Language", currentLanguage());
  const token = accessToken();
  const again = request.clone();
  const response = await reach(withToken(request, token));
  if (response.status !== 401 || !token || (await codeOf(response)) !== "token_invalid") return response;
  const fresh = await refreshSession(token, refresher);
  return fresh ? reach(withToken(again, fresh)) : response;
}

/** At the start of a page: go on with the session of the cookie, if it still stands. */
export const resumeSession = (): Promise<string | null> => refreshSession(null, refresher);

const refresher: Refresher = async () => {
  const request = new Request(`${globalThis.location.origin}/api/auth/token/refresh/`, {
    method: "POST",
    headers: { "X-Refresh-Cookie": "true", "Content-Type": "application/json" },
    body: "{}",
  });
  const response = await reach(request);
  const body = await response.json().catch(() => null);
  if (response.ok) return { access: body.data.access };
  if (response.status < 500 && response.status !== 429) return "ended";
  throw ApiError.of(response, body);
};

function withToken(request: Request, token: string | null): Request {
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}

async function reach(request: Request): Promise<Response> {
  try {
    const response = await globalThis.fetch(request);
    hearServerTime(response.headers.get("Date"));
    return response;
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new OfflineError("The server could not be reached.", { cause });
  }
}

async function codeOf(response: Response): Promise<string | undefined> {
  const body = await response
    .clone()
    .json()
    .catch(() => null);
  return body?.code;
}
