import { screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ok, refused } from "../../test/answers";
import { doctors, NOW, TODAY, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

function moves(...answers: (() => Response)[]): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.post(path("appointments/41/reschedule/"), async ({ request }) => {
      sent.push(await request.json());
      return answers[Math.min(sent.length, answers.length) - 1]?.() as Response;
    }),
  );
  return sent;
}

const moved = () => ok(visit({ appointment_time: "10:20:00" }));
const confirm = () => screen.getByRole("button", { name: "Confirm change" });

test("a visit is moved in one call and keeps its doctor", async () => {
  const sent = moves(moved);
  const { user, router } = await renderApp("/visits/41/change", { as: "patient" });
  expect(await screen.findByText("Now: Today 14:20 with Dr Achieng Odhiambo")).toBeInTheDocument();
  await user.click(await screen.findByRole("radio", { name: "10:20" }));
  await user.click(confirm());
  expect(await screen.findByText("The visit is now Monday 16 November, 10:20.")).toBeInTheDocument();
  expect(router.state.location.pathname).toBe("/visits/41");
  expect(sent).toEqual([{ appointment_date: TODAY, appointment_time: "10:20" }]);
});

test("another doctor may be chosen", async () => {
  const sent = moves(moved);
  server.use(http.get(path("doctors/4/"), () => ok(doctors[1])));
  const { user } = await renderApp("/visits/41/change", { as: "patient" });
  await user.click(await screen.findByRole("link", { name: "Another doctor" }));
  await user.click(await screen.findByRole("link", { name: /Peter Kamau/ }));
  await user.click(await screen.findByRole("radio", { name: "10:20" }));
  await user.click(confirm());
  await waitFor(() =>
    expect(sent).toEqual([{ appointment_date: "2026-11-17", appointment_time: "10:20", doctor: 4 }]),
  );
});

test("doctors move visits within their own schedule", async () => {
  await renderApp("/visits/41/change", { as: "doctor" });
  expect(await screen.findByRole("radio", { name: "10:20" })).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Another doctor" })).not.toBeInTheDocument();
});

test("a time that was taken offers the nearest; the visit stays as it is", async () => {
  const nearest = [{ date: TODAY, time: "13:00" }];
  moves(() => refused(409, "time_taken", "That time has just been taken.", { nearest }));
  const { user, router } = await renderApp("/visits/41/change", { as: "patient" });
  await user.click(await screen.findByRole("radio", { name: "10:20" }));
  await user.click(confirm());
  expect(await screen.findByRole("alert")).toHaveTextContent("That time has just been taken.");
  await user.click(screen.getByRole("button", { name: "Today 13:00" }));
  expect(router.state.location.search).toEqual({ date: TODAY, time: "13:00" });
});

test("a visit that can no longer be moved leads back to itself", async () => {
  server.use(http.get(path("appointments/:id/"), () => ok({ ...visit({ can: [] }), history: [] })));
  const { router } = await renderApp("/visits/41/change", { as: "patient" });
  await waitFor(() => expect(router.state.location.pathname).toBe("/visits/41"));
});
