import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { ok, refused } from "../test/answers";
import { clinic } from "../test/clinic-data";
import { path, server } from "../test/server";
import { ApiError, isRefusal, OfflineError } from "./api-error";
import { api, call, resumeSession } from "./client";
import { accessToken, onSession, refreshSession, startSession, wasSignedIn } from "./session";

const expired = () => refused(401, "token_invalid", "Your session has ended. Sign in again.");

/** `me` answers only to this token. */
function guardedBy(token: string) {
  return http.get(path("auth/me/"), ({ request }) =>
    request.headers.get("Authorization") === `Bearer ${token}` ? ok({ id: 1 }) : expired(),
  );
}

test("takes the answer out of its envelope", async () => {
  const { data } = await call(api.GET("/api/clinic/"));
  expect(data).toEqual(clinic);
});

test("throws a refusal with its code, data, request id and wait", async () => {
  server.use(
    http.get(path("clinic/"), () =>
      refused(429, "throttled", "Too many requests.", null, { "Retry-After": "30", "X-Request-ID": "req-1" }),
    ),
  );
  const error = await call(api.GET("/api/clinic/")).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    status: 429,
    code: "throttled",
    message: "Too many requests.",
    requestId: "req-1",
    retryAfter: 30,
  });
  expect(isRefusal(error, "throttled", "locked_out")).toBe(true);
  expect(isRefusal(error, "invalid")).toBe(false);
});

test("reads the sentences of a 400 by field", () => {
  const nested = { email: ["Taken.", "Really."], rows: [{ opens: ["Write a time."] }, {}] };
  expect(new ApiError(400, "invalid", "", nested).fieldErrors).toEqual({
    email: "Taken. Really.",
    rows: "Write a time.",
  });
  expect(new ApiError(409, "time_taken", "", { nearest: [] }).fieldErrors).toEqual({});
});

test("an answer that is not JSON is a failure of ours", async () => {
  server.use(http.get(path("clinic/"), () => new HttpResponse("<h1>Bad gateway</h1>", { status: 502 })));
  await expect(call(api.GET("/api/clinic/"))).rejects.toMatchObject({ status: 502, code: "server_error" });
});

test("no answer at all is no connection", async () => {
  server.use(http.get(path("clinic/"), () => HttpResponse.error()));
  await expect(call(api.GET("/api/clinic/"))).rejects.toBeInstanceOf(OfflineError);
});

test("asks in the reader's language", async () => {
  let asked: string | null = null;
  server.use(
    http.get(path("clinic/"), ({ request }) => {
      asked = request.headers.get("Accept-Language");
      return ok(clinic);
    }),
  );
  await call(api.GET("/api/clinic/"));
  expect(asked).toBe("en");
});

test("only requests that ride on the cookie say so", async () => {
  const marked: string[] = [];
  const note = ({ request }: { request: Request }) => {
    if (request.headers.get("X-Refresh-Cookie")) marked.push(new URL(request.url).pathname);
    return ok({ access: "a" });
  };
  server.use(
    http.post(path("auth/login/"), note),
    http.post(path("auth/password/change/"), note),
    http.get(path("auth/me/"), note),
  );
  await call(api.POST("/api/auth/login/", { body: { national_id: "1", password: "2" } }));
  await call(api.POST("/api/auth/password/change/", { body: { old_password: "1", new_password: "2" } }));
  await call(api.GET("/api/auth/me/"));
  expect(marked).toEqual(["/api/auth/login/", "/api/auth/password/change/"]);
});

test("several requests with a spent token refresh once, and all go on", async () => {
  let refreshes = 0;
  server.use(
    guardedBy("fresh"),
    http.post(path("auth/token/refresh/"), ({ request }) => {
      refreshes += 1;
      expect(request.headers.get("X-Refresh-Cookie")).toBe("true");
      return ok({ access: "fresh" });
    }),
  );
  startSession("spent");
  const answers = await Promise.all([1, 2, 3].map(() => call(api.GET("/api/auth/me/"))));
  expect(answers.map(({ data }) => data.id)).toEqual([1, 1, 1]);
  expect(refreshes).toBe(1);
  expect(accessToken()).toBe("fresh");
});

test("the body is sent again after a refresh", async () => {
  const bodies: unknown[] = [];
  server.use(
    http.patch(path("auth/me/"), async ({ request }) => {
      bodies.push(await request.json());
      return request.headers.get("Authorization") === "Bearer fresh" ? ok({ id: 1 }) : expired();
    }),
    http.post(path("auth/token/refresh/"), () => ok({ access: "fresh" })),
  );
  startSession("spent");
  await call(api.PATCH("/api/auth/me/", { body: { full_name: "Mercy Wambui" } }));
  expect(bodies).toEqual([{ full_name: "Mercy Wambui" }, { full_name: "Mercy Wambui" }]);
});

test("a refused refresh ends the session and says so once", async () => {
  const heard: string[] = [];
  const stop = onSession((change) => heard.push(change));
  server.use(guardedBy("never"), http.post(path("auth/token/refresh/"), expired));
  startSession("spent");
  await Promise.all(
    [1, 2].map(() => expect(call(api.GET("/api/auth/me/"))).rejects.toBeInstanceOf(ApiError)),
  );
  stop();
  expect(heard).toEqual(["signed-in", "ended"]);
  expect(accessToken()).toBeNull();
  expect(wasSignedIn()).toBe(false);
});

test("trouble during a refresh does not sign anybody out", async () => {
  server.use(
    guardedBy("never"),
    http.post(path("auth/token/refresh/"), () => refused(503, "unavailable", "Back in a moment.")),
  );
  startSession("spent");
  await expect(call(api.GET("/api/auth/me/"))).rejects.toMatchObject({ status: 503 });
  expect(wasSignedIn()).toBe(true);
});

test("a refusal that is not about the token is passed on", async () => {
  server.use(http.get(path("auth/me/"), () => refused(403, "forbidden", "Not yours.")));
  startSession("good");
  await expect(call(api.GET("/api/auth/me/"))).rejects.toMatchObject({ code: "forbidden" });
});

test("a session of an earlier visit is taken up by its cookie", async () => {
  server.use(http.post(path("auth/token/refresh/"), () => ok({ access: "fresh" })));
  await expect(resumeSession()).resolves.toBe("fresh");
  expect(accessToken()).toBe("fresh");
});

test("another tab's newer token is used, and its sign-out heard", async () => {
  startSession("spent");
  const other = new BroadcastChannel("session");
  const heard = new Promise((resolve) => onSession(resolve));
  other.postMessage({ is: "token", access: "from-the-other-tab" });
  other.postMessage({ is: "signed-out" });
  await expect(heard).resolves.toBe("signed-out");
  other.close();
  expect(accessToken()).toBeNull();
});

test("news that is still on its way from another tab is waited for", async () => {
  startSession("spent");
  const other = new BroadcastChannel("session");
  let refreshes = 0;
  other.postMessage({ is: "token", access: "from-the-other-tab" });
  const token = await refreshSession("spent", async () => ({ access: `own-${++refreshes}` }));
  other.close();
  expect(token).toBe("from-the-other-tab");
  expect(refreshes).toBe(0);
});
