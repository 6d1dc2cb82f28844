import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { NOW, users, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const mercy = { ...users.patient, state: "active", created_at: "2026-11-12T09:00:00+03:00" };

test("lists everybody's visits, filtered by the address, each leading to its page", async () => {
  const asked: string[] = [];
  server.use(
    http.get(path("appointments/"), ({ request }) => {
      asked.push(new URL(request.url).search);
      return list([visit()]);
    }),
  );
  const { user, router } = await renderApp("/appointments", { as: "admin" });
  expect(await screen.findByRole("link", { name: /Mercy Wambui/ })).toHaveAttribute("href", "/visits/41");
  expect(asked.at(-1)).toBe("?when=upcoming&page=1");
  await user.click(screen.getByRole("link", { name: "Past" }));
  await user.selectOptions(await screen.findByLabelText("Status"), "Completed");
  await user.selectOptions(screen.getByLabelText("Doctor"), "Dr Peter Kamau");
  expect(router.state.location.search).toEqual({ when: "past", status: "completed", doctor: 4 });
  await expect.poll(() => asked.at(-1)).toContain("status=completed");
  expect(asked.at(-1)).toContain("doctor=4");
});

test("books for a patient; a taken time offers the nearest and keeps the reason", async () => {
  const bodies: unknown[] = [];
  server.use(
    http.get(path("users/"), () => list([mercy])),
    http.post(path("appointments/"), async ({ request }) => {
      bodies.push(await request.json());
      return bodies.length === 1
        ? refused(409, "time_taken", "That time has just been taken.", {
            nearest: [{ date: "2026-11-16", time: "13:00" }],
          })
        : ok(visit({ appointment_time: "13:00:00" }), 201);
    }),
  );
  const { user, router } = await renderApp("/appointments", { as: "admin" });
  await user.click(screen.getByRole("link", { name: "Book for a patient" }));
  const sheet = within(await screen.findByRole("dialog"));
  await user.click(sheet.getByRole("button", { name: "Book the visit" }));
  expect(sheet.getByText("Choose a patient.")).toBeInTheDocument();
  await user.type(sheet.getByRole("searchbox"), "Mercy{Enter}");
  await user.click(await sheet.findByRole("button", { name: /Mercy Wambui/ }));
  await user.selectOptions(sheet.getByLabelText("Doctor"), "2");
  await user.click(await sheet.findByRole("radio", { name: "10:00" }));
  await user.type(sheet.getByLabelText("Reason (optional)"), "Fever");
  await user.click(sheet.getByRole("button", { name: "Book Today 10:00" }));
  expect(await sheet.findByText("That time has just been taken.")).toBeInTheDocument();
  expect(sheet.getByLabelText("Reason (optional)")).toHaveValue("Fever");
  await user.click(sheet.getByRole("button", { name: "Today 13:00" }));
  await user.click(sheet.getByRole("button", { name: "Book Today 13:00" }));
  expect(await screen.findByText("Mercy Wambui is booked: Today 13:00")).toBeInTheDocument();
  expect(bodies.at(-1)).toEqual({
    doctor: 2,
    patient: 1,
    appointment_date: "2026-11-16",
    appointment_time: "13:00",
    reason: "Fever",
  });
  expect(router.state.location.search).toEqual({});
});

test("a day without times says why", async () => {
  server.use(
    http.get(path("doctors/:id/slots/"), () =>
      ok([{ date: "2026-11-16", times: [], why_none: "closed", closed_name: "Founders" }]),
    ),
  );
  const { user } = await renderApp("/appointments?book=true", { as: "admin" });
  const sheet = within(await screen.findByRole("dialog"));
  await sheet.findByRole("option", { name: /Kamau/ });
  await user.selectOptions(sheet.getByLabelText("Doctor"), "2");
  expect(await sheet.findByText("The clinic is closed: Founders.")).toBeInTheDocument();
});

test("no visits is said, and a failure can be tried again", async () => {
  server.use(http.get(path("appointments/"), () => refused(503, "unavailable", "Back in a moment.")));
  const { user } = await renderApp("/appointments", { as: "admin" });
  expect(await screen.findByText("Back in a moment.")).toBeInTheDocument();
  server.use(http.get(path("appointments/"), () => list([])));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("No visits yet")).toBeInTheDocument();
});
