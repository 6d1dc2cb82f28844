import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { NOW, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const TIME_OFF = path("doctors/me/time-off/");
const LEAVE = {
  id: 5,
  reason: "Leave",
  starts_at: "2026-12-01T00:00:00+03:00",
  ends_at: "2026-12-05T00:00:00+03:00",
};
const LUNCH = {
  id: 4,
  reason: "",
  starts_at: "2026-11-16T12:00:00+03:00",
  ends_at: "2026-11-16T13:00:00+03:00",
};
const TRAINING = {
  id: 3,
  reason: "Training",
  starts_at: "2026-11-02T08:00:00+03:00",
  ends_at: "2026-11-02T12:00:00+03:00",
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  return () => vi.useRealTimers();
});

test("what is to come stands first, the next at the top; only that can be given back", async () => {
  server.use(http.get(TIME_OFF, () => list([LEAVE, LUNCH, TRAINING])));
  await renderApp("/time-off", { as: "doctor" });
  const rows = await screen.findAllByRole("listitem");
  expect(rows.map((row) => row.textContent)).toEqual([
    "Mon 16 Nov, 12:00 – 13:00No reason givenGive back",
    "Tue 1 Dec – Fri 4 Dec whole dayLeaveGive back",
    "Mon 2 Nov, 08:00 – 12:00Training",
  ]);
});

test("none yet: the next step; failed: try again", async () => {
  const { unmount } = await renderApp("/time-off", { as: "doctor" });
  expect(await screen.findByRole("heading", { name: "No time off" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Block time" })).toBeInTheDocument();
  unmount();
  server.use(http.get(TIME_OFF, () => refused(500, "server_error", "The server has a problem.")));
  await renderApp("/time-off", { as: "doctor" });
  expect(await screen.findByRole("button", { name: "Try again" })).toBeInTheDocument();
});

test("time given back can be taken again at once", async () => {
  const [given, taken] = [vi.fn(), vi.fn()];
  server.use(
    http.get(TIME_OFF, () => list([LEAVE])),
    http.delete(path("doctors/me/time-off/5/"), () => {
      given();
      return ok(null);
    }),
    http.post(TIME_OFF, async ({ request }) => {
      taken(await request.json());
      return ok(LEAVE, 201);
    }),
  );
  const { user } = await renderApp("/time-off", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: "Give back" }));
  expect(await screen.findByText("Time given back")).toBeInTheDocument();
  expect(given).toHaveBeenCalledOnce();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await vi.waitFor(() =>
    expect(taken).toHaveBeenCalledWith({
      starts_at: LEAVE.starts_at,
      ends_at: LEAVE.ends_at,
      reason: "Leave",
      cancel_appointments: false,
    }),
  );
});

test("blocking time: own faults first, then the visits in the way, then the choice", async () => {
  const bodies: object[] = [];
  server.use(
    http.post(TIME_OFF, async ({ request }) => {
      const body = (await request.json()) as object;
      bodies.push(body);
      if (!("cancel_appointments" in body))
        return refused(409, "would_cancel_appointments", "Visits are booked then.", {
          count: 2,
          appointments: [visit(), visit({ id: 42, patient_name: "Ali Noor" })],
        });
      return ok({ ...LUNCH, id: 9 }, 201);
    }),
  );
  const { user } = await renderApp("/time-off?block=true", { as: "doctor" });
  const sheet = await screen.findByRole("dialog", { name: "Block time" });
  const field = (name: string | RegExp) => within(sheet).getByRole("textbox", { name });
  await user.type(field("From"), "14");
  await user.type(field("To"), "930");
  await user.click(within(sheet).getByRole("button", { name: "Block time" }));
  expect(field("To")).toHaveAccessibleDescription("This must come after the beginning.");
  await user.clear(field("To"));
  await user.type(field("To"), "15:30");
  await user.type(field(/Reason/), "Training");
  await user.click(within(sheet).getByRole("button", { name: "Block time" }));
  expect(await within(sheet).findByText("2 visits are booked then")).toBeInTheDocument();
  expect(within(sheet).getByText("Ali Noor")).toBeInTheDocument();
  expect(field(/Reason/)).toHaveValue("Training");
  await user.click(within(sheet).getByRole("button", { name: "Cancel the 2 visits" }));
  expect(await screen.findByText("Time blocked")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  expect(bodies.at(-1)).toEqual({
    starts_at: "2026-11-16T14:00:00+03:00",
    ends_at: "2026-11-16T15:30:00+03:00",
    reason: "Training",
    cancel_appointments: true,
  });
});

test("whole days, with Undo where nothing was cancelled; the server's errors stand at the fields", async () => {
  const bodies: object[] = [];
  let wrong = true;
  server.use(
    http.post(TIME_OFF, async ({ request }) => {
      bodies.push((await request.json()) as object);
      if (wrong) return refused(400, "invalid", "Some fields need another look.", { ends_at: ["Too late."] });
      return ok({ ...LEAVE, id: 9 }, 201);
    }),
  );
  const { user } = await renderApp("/time-off", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: "Block time" }));
  const sheet = await screen.findByRole("dialog");
  await user.click(within(sheet).getByRole("checkbox", { name: "Whole days" }));
  await user.click(within(sheet).getByRole("button", { name: "Block time" }));
  expect(await within(sheet).findByText("Too late.")).toBeInTheDocument();
  expect(within(sheet).getByLabelText("Last day")).toHaveAccessibleDescription("Too late.");
  wrong = false;
  await user.click(within(sheet).getByRole("button", { name: "Block time" }));
  expect(await screen.findByRole("button", { name: "Undo" })).toBeInTheDocument();
  expect(bodies.at(-1)).toEqual({
    starts_at: "2026-11-16T00:00:00+03:00",
    ends_at: "2026-11-17T00:00:00+03:00",
    reason: "",
  });
});
