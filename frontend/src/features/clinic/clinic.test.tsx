import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { clinic, NOW, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const holiday = { id: 5, date: "2026-12-12", name: "Jamhuri Day" };
const days = async () => within(await screen.findByRole("region", { name: "Closed days" }));

test("only what was changed is sent, and the page says that it is saved", async () => {
  let body: unknown;
  server.use(
    http.patch(path("clinic/"), async ({ request }) => {
      body = await request.json();
      return ok({ ...clinic, ...(body as object) });
    }),
  );
  const { user } = await renderApp("/clinic", { as: "admin" });
  expect(screen.getByText("Everything is saved")).toBeInTheDocument();
  const field = screen.getByLabelText("Days ahead");
  await user.clear(field);
  await user.type(field, "90");
  expect(screen.getByText("Not saved yet")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Everything is saved")).toBeInTheDocument();
  expect(body).toEqual({ booking_horizon_days: 90 });
});

test("two-step sign-in is required of the roles that are ticked", async () => {
  let body: unknown;
  server.use(
    http.patch(path("clinic/"), async ({ request }) => {
      body = await request.json();
      return refused(403, "two_step_required", "Switch two-step sign-in on first.");
    }),
  );
  const { user } = await renderApp("/clinic", { as: "admin" });
  await user.click(screen.getByLabelText("Doctors must have it"));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Switch two-step sign-in on first.");
  expect(body).toEqual({ two_step_required_for: ["doctor"] });
});

test("what is no number, and what the server refuses, is said at the field", async () => {
  server.use(
    http.patch(path("clinic/"), () =>
      refused(400, "invalid", "Look again.", { slot_minutes: ["Between 5 and 240."] }),
    ),
  );
  const { user } = await renderApp("/clinic", { as: "admin" });
  const field = screen.getByLabelText("Minutes of a visit");
  await user.type(field, "x");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText("Write a whole number, such as 30.")).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, "999{Enter}");
  expect(await screen.findByText("Between 5 and 240.")).toBeInTheDocument();
  expect(field).toHaveValue("999");
});

test("a day is closed once it is said what becomes of its visits", async () => {
  const bodies: unknown[] = [];
  server.use(
    http.post(path("clinic/closed-days/"), async ({ request }) => {
      const body = (await request.json()) as object;
      bodies.push(body);
      return "cancel_appointments" in body
        ? ok(holiday, 201)
        : refused(409, "would_cancel_appointments", "Visits.", { count: 1, appointments: [visit()] });
    }),
  );
  const { user } = await renderApp("/clinic", { as: "admin" });
  const card = await days();
  await user.click(card.getByRole("button", { name: "Close this day" }));
  expect(card.getByText("Choose a date.")).toBeInTheDocument();
  await user.type(card.getByLabelText("Date"), "2026-12-12");
  await user.type(card.getByLabelText("Name"), "Jamhuri Day");
  await user.click(card.getByRole("button", { name: "Close this day" }));
  await user.click(await card.findByRole("button", { name: "Cancel the visit" }));
  expect(await screen.findByText("Closed on Saturday 12 December 2026")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  expect(bodies.at(-1)).toEqual({ date: "2026-12-12", name: "Jamhuri Day", cancel_appointments: true });
});

test("a day that is opened again can be closed again by Undo", async () => {
  const acts: unknown[] = [];
  server.use(
    http.get(path("clinic/closed-days/"), () => list([holiday, { id: 1, date: "2026-01-01", name: "Past" }])),
    http.delete(path("clinic/closed-days/5/"), () => {
      acts.push("opened");
      return ok(null);
    }),
    http.post(path("clinic/closed-days/"), async ({ request }) => {
      acts.push(await request.json());
      return ok(holiday, 201);
    }),
  );
  const { user } = await renderApp("/clinic", { as: "admin" });
  await user.click(await screen.findByRole("button", { name: /^Remove Jamhuri Day/ }));
  expect(screen.queryByText("Past")).not.toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await expect
    .poll(() => acts)
    .toEqual(["opened", { date: "2026-12-12", name: "Jamhuri Day", cancel_appointments: false }]);
});

test("no closed days is said, and a failure can be tried again", async () => {
  server.use(http.get(path("clinic/closed-days/"), () => refused(503, "unavailable", "Back in a moment.")));
  const { user } = await renderApp("/clinic", { as: "admin" });
  const card = await days();
  expect(await card.findByText("Back in a moment.")).toBeInTheDocument();
  server.use(http.get(path("clinic/closed-days/"), () => list([])));
  await user.click(card.getByRole("button", { name: "Try again" }));
  expect(await card.findByText("No closed days to come.")).toBeInTheDocument();
});
