import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Visit, VisitDetail } from "../../api/types";
import { ok, refused } from "../../test/answers";
import { clinic, NOW, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

function shown(changes: Partial<Visit> = {}, history: VisitDetail["history"] = []): void {
  server.use(http.get(path("appointments/:id/"), () => ok({ ...visit(changes), history })));
}

const button = (name: string) => screen.findByRole("button", { name });

describe("for the patient", () => {
  test("details and a readable history", async () => {
    const at = "2026-11-10T09:00:00+03:00";
    const [first, second] = [
      { date: "2026-11-15", time: "08:00" },
      { date: "2026-11-16", time: "14:20" },
    ];
    shown({}, [
      { at, by: 1, by_name: "Mercy Wambui", act: "booked", from: null, to: first },
      { at, by: 3, by_name: "Naomi Cherono", act: "rescheduled", from: first, to: second },
    ]);
    await renderApp("/visits/41", { as: "patient" });
    expect(await screen.findByRole("heading", { name: "Monday 16 November, 14:20" })).toBeInTheDocument();
    expect(screen.getByText("14:20 – 14:40")).toBeInTheDocument();
    const [booked, moved] = within(screen.getByRole("region", { name: "History" })).getAllByRole("listitem");
    expect(booked).toHaveTextContent("Booked for Sun 15 Nov, 08:00You · 10 Nov 2026, 09:00");
    expect(moved).toHaveTextContent("Moved from Sun 15 Nov, 08:00 to Mon 16 Nov, 14:20Naomi Cherono");
  });

  test("cancelling asks first, with the time in its button", async () => {
    let sent: unknown;
    server.use(
      http.post(path("appointments/41/cancel/"), async ({ request }) => {
        sent = await request.json();
        shown({ status: "cancelled", can: [], cancelled_by: { id: 1, role: "patient" } });
        return ok(visit({ status: "cancelled", can: [], cancelled_by: { id: 1, role: "patient" } }));
      }),
    );
    const { user } = await renderApp("/visits/41", { as: "patient" });
    await user.click(await button("Cancel the visit"));
    await user.type(screen.getByLabelText(/Reason for cancelling/), "I am away");
    await user.click(await button("Cancel Monday 14:20"));
    expect(await screen.findByText("The visit is cancelled.")).toBeInTheDocument();
    expect(sent).toEqual({ reason: "I am away" });
    expect(screen.getByText("Cancelled")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Book again" })).toHaveAttribute("href", "/book/2");
    expect(screen.queryByRole("button", { name: "Cancel the visit" })).not.toBeInTheDocument();
  });

  test("a refused cancelling says so in the dialog and keeps what was typed", async () => {
    server.use(
      http.post(path("appointments/41/cancel/"), () =>
        refused(409, "too_late_to_cancel", "It is too late to cancel or move this visit."),
      ),
    );
    const { user } = await renderApp("/visits/41", { as: "patient" });
    await user.click(await button("Cancel the visit"));
    await user.type(screen.getByLabelText(/Reason for cancelling/), "I am away");
    await user.click(await button("Cancel Monday 14:20"));
    const dialog = screen.getByRole("dialog");
    expect(await within(dialog).findByRole("alert")).toHaveTextContent("It is too late");
    expect(screen.getByLabelText(/Reason for cancelling/)).toHaveValue("I am away");
  });

  test("when it is too late the rule is told, with the number to call", async () => {
    server.use(http.get(path("clinic/"), () => ok({ ...clinic, cancellation_notice_minutes: 1440 })));
    shown({ can: [] });
    await renderApp("/visits/41", { as: "patient" });
    expect(
      await screen.findByText(/until Sunday 15 November, 14:20; now it is too late/),
    ).toBeInTheDocument();
    expect(screen.getByRole("link", { name: /254/ })).toHaveAttribute("href", "tel:+254722000100");
    expect(screen.queryByRole("link", { name: "Change the time" })).not.toBeInTheDocument();
  });

  test("another person's visit is not here", async () => {
    server.use(http.get(path("appointments/:id/"), () => refused(404, "not_found", "Nothing here.")));
    await renderApp("/visits/41", { as: "patient" });
    expect(await screen.findByText("This visit is not here")).toBeInTheDocument();
  });

  test("what could not be loaded can be tried again", async () => {
    server.use(
      http.get(path("appointments/:id/"), () => refused(500, "server_error", "Something broke here."), {
        once: true,
      }),
    );
    const { user } = await renderApp("/visits/41", { as: "patient" });
    await user.click(await button("Try again"));
    expect(await screen.findByText("14:20 – 14:40")).toBeInTheDocument();
  });
});

describe("for staff", () => {
  test("a doctor notes what `can` lists, and finds the patient", async () => {
    const can: Visit["can"] = ["complete", "no-show"];
    shown({ can, checked_in_at: "2026-11-16T14:15:00+03:00" });
    server.use(
      http.post(path("appointments/41/complete/"), () => {
        shown({ status: "completed", can: [] });
        return ok(visit({ status: "completed", can: [] }));
      }),
    );
    const { user } = await renderApp("/visits/41", { as: "doctor" });
    expect(await screen.findByRole("link", { name: "Mercy Wambui" })).toHaveAttribute("href", "/patients/1");
    expect(screen.getByText("Arrived")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Mark as arrived" })).not.toBeInTheDocument();
    await user.click(await button("Complete"));
    expect(await screen.findByText("The visit is completed.")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Complete" })).not.toBeInTheDocument());
  });

  test("a refused note is told beside the buttons", async () => {
    shown({ can: ["check-in", "cancel", "reschedule"] });
    server.use(
      http.post(path("appointments/41/check-in/"), () =>
        refused(409, "not_today", "The visit is not today."),
      ),
    );
    const { user } = await renderApp("/visits/41", { as: "admin" });
    expect(await screen.findByRole("link", { name: "Mercy Wambui" })).toHaveAttribute("href", "/people/1");
    await user.click(await button("Mark as arrived"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The visit is not today.");
  });
});
