import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { NOW, users, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const AWAY = {
  id: 5,
  reason: "Ministry training",
  starts_at: "2026-11-16T12:00:00+03:00",
  ends_at: "2026-11-16T13:00:00+03:00",
};

/** A screen that matches every question for a wide one. */
function onDesktop(): void {
  vi.spyOn(window, "matchMedia").mockImplementation((media) =>
    Object.assign(new EventTarget() as MediaQueryList, { media, matches: true }),
  );
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  return () => vi.useRealTimers();
});

test("a phone shows the day's agenda: visits with their status, time off, working hours", async () => {
  server.use(
    http.get(path("appointments/"), () =>
      list([
        visit(),
        visit({ id: 42, appointment_time: "08:00:00", patient_name: "Grace Njeri", status: "completed" }),
      ]),
    ),
    http.get(path("doctors/:id/time-off/"), () => list([AWAY])),
  );
  await renderApp("/schedule", { as: "doctor" });
  const rows = await screen.findAllByRole("listitem");
  expect(rows.map((row) => row.textContent)).toEqual([
    "08:00Grace NjeriTravel vaccinesCompleted",
    "12:00 – 13:00Ministry training",
    "14:20Mercy WambuiTravel vaccinesBooked",
  ]);
  expect(screen.getByText("08:00 – 17:00")).toBeInTheDocument();
  expect(screen.getByRole("radio", { name: "Monday 16 November, 2 visits" })).toBeChecked();
});

test("a closed day says so, an empty one that it is empty", async () => {
  server.use(
    http.get(path("appointments/"), () => list([])),
    http.get(path("clinic/closed-days/"), () => list([{ id: 1, date: "2026-11-17", name: "Mashujaa Day" }])),
  );
  const { user, router } = await renderApp("/schedule", { as: "doctor" });
  expect(await screen.findByText("No visits on this day")).toBeInTheDocument();
  await user.click(screen.getByRole("radio", { name: /^Tuesday 17 November/ }));
  expect(await screen.findByText("The clinic is closed: Mashujaa Day")).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ date: "2026-11-17" });
});

test("while it loads there is its shape; what fails can be tried again", async () => {
  server.use(
    http.get(path("appointments/"), () => refused(500, "server_error", "The server has a problem.")),
  );
  const { user } = await renderApp("/schedule", { as: "doctor" });
  expect(screen.getByText("Loading")).toBeInTheDocument();
  expect(await screen.findByText("The server has a problem.")).toBeInTheDocument();
  server.use(http.get(path("appointments/"), () => list([visit()])));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Mercy Wambui")).toBeInTheDocument();
});

test("a desktop shows the week on a grid, and who is next", async () => {
  onDesktop();
  server.use(
    http.get(path("appointments/"), () =>
      list([
        visit(),
        visit({
          id: 43,
          patient_name: "Brian Kiptoo",
          starts_at: "2026-11-16T08:00:00+03:00",
          ends_at: "2026-11-16T08:20:00+03:00",
        }),
      ]),
    ),
  );
  const { user, router } = await renderApp("/schedule", { as: "doctor" });
  const grid = await screen.findByRole("region", { name: "Week" });
  expect(within(grid).getByText("09:40")).toBeInTheDocument();
  const event = within(grid).getByRole("button", { name: "Monday 16 November 14:20 Mercy Wambui Booked" });
  expect(await screen.findByText("1 patient left today")).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "Still open" })).toBeInTheDocument();
  await user.click(event);
  expect(router.state.location.search).toEqual({ visit: 41 });
  await user.click(screen.getByRole("button", { name: "Next week" }));
  expect(await screen.findByText(/23 Nov – 29 Nov 2026/)).toBeInTheDocument();
});

test("the switch moves at once, and back with the reason where it is refused", async () => {
  let answer = () => ok({});
  server.use(http.patch(path("doctors/me/"), () => answer()));
  const { user } = await renderApp("/schedule", { as: "doctor" });
  const toggle = await screen.findByRole("switch", { name: "Bookings" });
  expect(toggle).toBeChecked();
  expect(toggle).toHaveAccessibleDescription(/Patients can book you/);
  server.use(
    http.get(path("auth/me/"), () =>
      ok({ ...users.doctor, doctor_profile: { ...users.doctor.doctor_profile, availability: false } }),
    ),
  );
  await user.click(toggle);
  expect(toggle).not.toBeChecked();
  expect(toggle).toHaveAccessibleDescription(/Nobody can book you/);

  answer = () => refused(503, "unavailable", "The clinic cannot be reached just now.");
  await waitFor(() => expect(toggle).not.toHaveAttribute("aria-busy"));
  await user.click(toggle);
  expect(await screen.findByText("The clinic cannot be reached just now.")).toBeInTheDocument();
  expect(toggle).not.toBeChecked();
});

test("the 30 seconds of others' bookings: the week is asked for again", async () => {
  vi.useRealTimers();
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
  let rows = [visit()];
  server.use(http.get(path("appointments/"), () => list(rows)));
  await renderApp("/schedule", { as: "doctor" });
  expect(await screen.findByText("Mercy Wambui")).toBeInTheDocument();
  rows = [...rows, visit({ id: 44, patient_name: "Ali Noor" })];
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await screen.findByText("Ali Noor")).toBeInTheDocument();
});
