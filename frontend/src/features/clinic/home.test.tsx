import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { doctors, NOW, users, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const mercy = {
  ...users.patient,
  state: "pending",
  created_at: "2026-11-12T09:00:00+03:00",
  is_active: false,
};
const region = async (name: string) => within(await screen.findByRole("region", { name }));

test("says who waits, what is on today and what needs attention", async () => {
  server.use(
    http.get(path("users/"), () => list([mercy])),
    http.get(path("doctors/"), () => list([{ ...doctors[0], availability: false, next_open: null }])),
    http.get(path("appointments/"), () =>
      list([
        visit(),
        visit({ id: 42, appointment_time: "08:00:00", ends_at: "2026-11-16T08:20:00+03:00" }),
        visit({ id: 43, status: "completed", appointment_time: "08:20:00" }),
      ]),
    ),
  );
  await renderApp("/home", { as: "admin" });
  const waits = await region("1 registration waits");
  expect(waits.getByText("Patient, since 12 Nov")).toBeInTheDocument();
  expect(waits.getByRole("link", { name: "See all" })).toHaveAttribute("href", "/people?state=pending");
  const today = await region("Today’s visits");
  expect(await today.findByRole("link", { name: /14:20/ })).toHaveAttribute("href", "/visits/41");
  expect(today.queryByRole("link", { name: /08:00/ })).not.toBeInTheDocument();
  expect(today.getByText("Completed").nextElementSibling).toHaveTextContent("1");
  const attention = await region("Needs attention");
  expect(await attention.findByText("Mercy Wambui has waited since 12 Nov")).toBeInTheDocument();
  expect(attention.getByText("1 visit of today has ended and is still open")).toBeInTheDocument();
  expect(attention.getByText("Dr Achieng Odhiambo takes no bookings at present")).toBeInTheDocument();
});

test("lets people in, and a refusal stands beside the person", async () => {
  server.use(
    http.get(path("users/"), () => list([mercy])),
    http.post(path("users/1/activate/"), () => refused(409, "admin_seats_full", "Both seats are taken.")),
  );
  const { user } = await renderApp("/home", { as: "admin" });
  const button = await screen.findByRole("button", { name: "Activate Mercy Wambui" });
  await user.click(button);
  expect(await screen.findByText("Both seats are taken.")).toBeInTheDocument();
  server.use(http.post(path("users/1/activate/"), () => ok({ ...mercy, state: "active" })));
  await user.click(button);
  expect(await screen.findByText("Mercy Wambui can now sign in")).toBeInTheDocument();
});

test("a quiet day says so, and a failure can be tried again", async () => {
  server.use(http.get(path("appointments/"), () => refused(503, "unavailable", "Back in a moment.")));
  const { user } = await renderApp("/home", { as: "admin" });
  expect(await screen.findByText("Nobody is waiting.")).toBeInTheDocument();
  const today = await region("Today’s visits");
  expect(await today.findByText("Back in a moment.")).toBeInTheDocument();
  server.use(http.get(path("appointments/"), () => list([])));
  await user.click(today.getByRole("button", { name: "Try again" }));
  expect(await today.findByText("No visits today")).toBeInTheDocument();
  expect(await screen.findByText("Nothing needs attention.")).toBeInTheDocument();
});
