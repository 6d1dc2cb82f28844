import { act, screen } from "@testing-library/react";
import { http } from "msw";
import { afterEach, expect, test, vi } from "vitest";
import { ok, refused } from "../../test/answers";
import { users } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";
import { keepCredentials } from "./sign-in";

afterEach(() => {
  vi.useRealTimers();
  keepCredentials(null);
});

const login = (answer: Parameters<typeof http.post>[1]) => server.use(http.post(path("auth/login/"), answer));

async function signInAs(address = "/sign-in") {
  const app = await renderApp(address);
  await app.user.type(screen.getByLabelText("National ID"), "27418830");
  await app.user.type(screen.getByLabelText("Password"), "correct horse{Enter}");
  return app;
}

test("leads on to where the person was going", async () => {
  login(() => ok({ access: "token", user: users.patient }));
  const { router } = await signInAs("/sign-in?to=%2Fvisits");
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/visits"));
});

test("leads each role to its own start", async () => {
  login(() => ok({ access: "token", user: users.doctor }));
  server.use(http.get(path("auth/me/"), () => ok(users.doctor)));
  const { router } = await signInAs();
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/schedule"));
});

test.each(["//evil.example", "/\\\\evil.example", "https://evil.example"])(
  "%s is not followed",
  async (to) => {
    login(() => ok({ access: "token", user: users.patient }));
    const { router } = await signInAs(`/sign-in?to=${encodeURIComponent(to)}`);
    await vi.waitFor(() => expect(router.state.location.pathname).toBe("/book"));
  },
);

test("a wrong pair is one sentence, and what was typed stays", async () => {
  login(() => refused(401, "bad_credentials", "The national ID or the password is not right."));
  await signInAs();
  expect(await screen.findByRole("alert")).toHaveTextContent("The national ID or the password is not right.");
  expect(screen.getByLabelText("National ID")).toHaveValue("27418830");
});

test("a lock-out counts down and then lets one try again", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  login(() => refused(429, "locked_out", "Too many failed attempts.", null, { "Retry-After": "30" }));
  await signInAs();
  expect(await screen.findByRole("timer")).toHaveTextContent("You can try again in 0:30.");
  expect(screen.getByRole("button", { name: "Sign in" })).toBeDisabled();
  await act(() => vi.advanceTimersByTimeAsync(31_000));
  expect(screen.getByText("You can try again now.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Sign in" })).toBeEnabled();
});

test("a rejected person reads why and may register again", async () => {
  login(() => refused(403, "account_rejected", "Not accepted.", { reason: "Unknown licence." }));
  await signInAs();
  expect(await screen.findByRole("alert")).toHaveTextContent("The clinic wrote: Unknown licence.");
  expect(screen.getByRole("link", { name: "Register again" })).toHaveAttribute("href", "/register");
});

test("a closed account is told so", async () => {
  login(() => refused(403, "account_deactivated", "Ask the clinic."));
  await signInAs();
  expect(await screen.findByRole("alert")).toHaveTextContent("This account is closed");
});

test("who waits is looked for once a minute, and led on when active", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let asked = 0;
  login(() => {
    asked += 1;
    return asked < 3
      ? refused(403, "account_pending", "Your account waits.")
      : ok({ access: "token", user: users.patient });
  });
  const { router } = await signInAs();
  expect(await screen.findByRole("heading", { level: 2 })).toHaveTextContent(
    "The clinic will look at your registration soon.",
  );
  expect(router.state.location.pathname).toBe("/waiting");
  await act(() => vi.advanceTimersByTimeAsync(50_000));
  expect(asked).toBe(1);
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  expect(asked).toBe(2);
  expect(await screen.findByText(/Last looked at/)).toBeInTheDocument();
  await act(() => vi.advanceTimersByTimeAsync(65_000));
  expect(asked).toBe(3);
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/book"));
});

test("a reload forgets what was typed, and asks to sign in", async () => {
  await renderApp("/waiting");
  expect(screen.getByText("Sign in to see whether your account is active.")).toBeInTheDocument();
});

test("an ended session says so and comes back after the sign-in", async () => {
  server.use(
    http.get(path("appointments/"), () => refused(401, "token_invalid", "Your session has ended.")),
    http.post(path("auth/token/refresh/"), () => refused(401, "token_invalid", "Your session has ended.")),
    http.get(path("auth/sessions/"), () => refused(401, "token_invalid", "Your session has ended.")),
  );
  const { router } = await renderApp("/profile", { as: "patient" });
  expect(await screen.findByText(/Your session has ended\. Sign in to go on/)).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ to: "/profile", ended: true });
});
