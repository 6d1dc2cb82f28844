import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { NOW, users, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const one = (changes: Parameters<typeof visit>[0] = {}) => ({ ...visit(changes), history: [] });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  return () => vi.useRealTimers();
});

test("the drawer offers what the visit allows and nothing else, and Back closes it", async () => {
  server.use(http.get(path("appointments/:id/"), () => ok(one({ can: ["check-in", "complete"] }))));
  const { user, router } = await renderApp("/schedule", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: /Mercy Wambui/ }));
  const drawer = await screen.findByRole("dialog", { name: "Mercy Wambui" });
  expect(within(drawer).getByRole("button", { name: "Mark as arrived" })).toBeInTheDocument();
  expect(await within(drawer).findByRole("button", { name: "Complete the visit" })).toBeInTheDocument();
  for (const name of ["Did not attend", "Move to another time", "Cancel visit"])
    expect(within(drawer).queryByRole("button", { name })).not.toBeInTheDocument();
  expect(await within(drawer).findByRole("link", { name: "+254 711 000 104" })).toHaveAttribute(
    "href",
    "tel:+254711000104",
  );
  router.history.back();
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("arrived: the visit says so; a refusal stands with the acts", async () => {
  let current = one({ can: ["check-in", "complete"] });
  server.use(
    http.get(path("appointments/:id/"), () => ok(current)),
    http.post(path("appointments/:id/check-in/"), () => {
      current = one({ can: ["check-in", "complete"], checked_in_at: "2026-11-16T09:40:00+03:00" });
      return ok(current);
    }),
    http.post(path("appointments/:id/complete/"), () =>
      refused(409, "not_started", "This visit has not started yet."),
    ),
  );
  const { user } = await renderApp("/schedule?visit=41", { as: "doctor" });
  const drawer = await screen.findByRole("dialog");
  await user.click(await within(drawer).findByRole("button", { name: "Mark as arrived" }));
  expect(await within(drawer).findByText("Arrived")).toBeInTheDocument();
  expect(within(drawer).queryByRole("button", { name: "Mark as arrived" })).not.toBeInTheDocument();
  await user.click(within(drawer).getByRole("button", { name: "Complete the visit" }));
  expect(await within(drawer).findByRole("alert")).toHaveTextContent("This visit has not started yet.");
});

test("the medical history is read only when it is asked for", async () => {
  let readings = 0;
  server.use(
    http.get(path("patients/:id/"), () => {
      readings += 1;
      return ok(users.patient);
    }),
  );
  const { user } = await renderApp("/schedule?visit=41", { as: "doctor" });
  const drawer = await screen.findByRole("dialog");
  await within(drawer).findByRole("link", { name: "+254 711 000 104" });
  expect(readings).toBe(0);
  await user.click(within(drawer).getByRole("button", { name: "Show medical history" }));
  expect(await within(drawer).findByText("Penicillin allergy.")).toBeInTheDocument();
  expect(readings).toBe(1);
});

test("cancelling asks with the visit's time in the button, and sends the reason", async () => {
  const sent = vi.fn();
  server.use(
    http.post(path("appointments/:id/cancel/"), async ({ request }) => {
      sent(await request.json());
      return ok(
        one({ status: "cancelled", can: [], cancelled_by: { id: 2, role: "doctor" }, cancel_reason: "Ill" }),
      );
    }),
    http.get(path("appointments/:id/"), () =>
      ok(sent.mock.calls.length ? one({ status: "cancelled", can: [], cancel_reason: "Ill" }) : one()),
    ),
  );
  const { user } = await renderApp("/schedule?visit=41", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: "Cancel visit" }));
  const dialog = screen.getByRole("dialog", { name: "Cancel this visit?" });
  await user.type(within(dialog).getByRole("textbox"), "Ill");
  await user.click(within(dialog).getByRole("button", { name: "Cancel Monday 14:20" }));
  await waitFor(() =>
    expect(screen.queryByRole("dialog", { name: "Cancel this visit?" })).not.toBeInTheDocument(),
  );
  expect(sent).toHaveBeenCalledWith({ reason: "Ill" });
  expect(within(screen.getByRole("dialog")).getByText("Cancelled")).toBeInTheDocument();
});

test("moving is one call; a taken time says so beside the button and the times are asked for again", async () => {
  const sent = vi.fn();
  let slots = 0;
  let taken = true;
  server.events.on("request:start", ({ request }) => {
    if (request.url.includes("/slots/")) slots += 1;
  });
  server.use(
    http.post(path("appointments/:id/reschedule/"), async ({ request }) => {
      sent(await request.json());
      if (taken) return refused(409, "time_taken", "That time has just been taken.", { nearest: [] });
      return ok(one({ appointment_date: "2026-11-17", appointment_time: "10:20:00" }));
    }),
  );
  const { user } = await renderApp("/schedule?visit=41", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: "Move to another time" }));
  await user.click(await screen.findByRole("button", { name: /^Tuesday 17 November, has open times/ }));
  await user.click(await screen.findByRole("radio", { name: "10:20" }));
  const asked = slots;
  await user.click(screen.getByRole("button", { name: "Move to Tue 17 Nov, 10:20" }));
  expect(await screen.findByText("That time has just been taken.")).toBeInTheDocument();
  await waitFor(() => expect(slots).toBeGreaterThan(asked));
  taken = false;
  await user.click(screen.getByRole("button", { name: "Move to Tue 17 Nov, 10:20" }));
  expect(await screen.findByText("Moved to the new time.")).toBeInTheDocument();
  expect(sent).toHaveBeenLastCalledWith({ appointment_date: "2026-11-17", appointment_time: "10:20" });
  server.events.removeAllListeners();
});

test("booking for a patient: found by name, refused where it must be, and kept", async () => {
  const keys: (string | null)[] = [];
  const bodies: unknown[] = [];
  let busy = true;
  server.use(
    http.get(path("patients/"), () => list([users.patient])),
    http.post(path("appointments/"), async ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      bodies.push(await request.json());
      if (busy) return refused(409, "patient_busy", "The patient has another visit then.");
      return ok(one(), 201);
    }),
  );
  const { user, router } = await renderApp("/schedule", { as: "doctor" });
  await user.click(screen.getByRole("button", { name: "Book for a patient" }));
  expect(router.state.location.search).toEqual({ book: "new" });
  const sheet = await screen.findByRole("dialog", { name: "Book for a patient" });
  await user.type(within(sheet).getByRole("searchbox"), "mercy");
  await user.click(await within(sheet).findByRole("button", { name: /Mercy Wambui/ }));
  await user.click(await within(sheet).findByRole("radio", { name: "10:20" }));
  await user.type(within(sheet).getByRole("textbox", { name: /Reason/ }), "Cough");
  const confirm = within(sheet).getByRole("button", { name: "Book Mon 16 Nov, 10:20" });
  await user.click(confirm);
  expect(await within(sheet).findByText("The patient has another visit then.")).toBeInTheDocument();
  expect(within(sheet).getByRole("textbox", { name: /Reason/ })).toHaveValue("Cough");
  busy = false;
  await user.click(confirm);
  expect(await screen.findByText("Booked Mercy Wambui for Mon 16 Nov, 10:20")).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(bodies[1]).toEqual({
    doctor: 2,
    patient: 1,
    appointment_date: "2026-11-16",
    appointment_time: "10:20",
    reason: "Cough",
  });
  expect(keys[0]).toBe(keys[1]);
});
