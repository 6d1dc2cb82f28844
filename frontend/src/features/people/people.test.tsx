import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import type { Person } from "../../api/types";
import { list, ok, refused } from "../../test/answers";
import { users, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const asPerson = (user: (typeof users)["patient"], state: Person["state"]): Person => ({
  ...user,
  state,
  is_active: state === "active",
  created_at: "2026-11-12T09:00:00+03:00",
});
const mercy = asPerson(users.patient, "pending");
const achieng = asPerson(users.doctor, "active");
const naomi = asPerson(users.admin, "active");

/** The list as the server would filter it. */
function serve(...people: Person[]): void {
  server.use(
    http.get(path("users/"), ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const [state, role, words] = ["state", "role", "search"].map((name) => asked.get(name));
      return list(
        people.filter(
          (person) =>
            (!state || person.state === state) &&
            (!role || person.role === role) &&
            (!words || person.full_name.includes(words)),
        ),
      );
    }),
  );
}

const card = async (name: string) => {
  const link = await screen.findByRole("link", { name });
  return within(link.closest("li") as HTMLElement);
};

test("people are counted by tab, searched and filtered, and the address says how", async () => {
  serve(mercy, achieng, naomi);
  const { user, router } = await renderApp("/people", { as: "admin" });
  expect(await screen.findByRole("link", { name: "Waiting 1" })).toBeInTheDocument();
  await user.click(screen.getByRole("link", { name: "Active 2" }));
  expect(await screen.findByRole("link", { name: "Active 2", current: "page" })).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText("Role"), "Doctor");
  await user.type(screen.getByRole("searchbox"), "Achieng{Enter}");
  expect(await screen.findByRole("link", { name: "Active 1" })).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole("link", { name: "Naomi Cherono" })).not.toBeInTheDocument());
  expect(router.state.location.search).toEqual({ state: "active", role: "doctor", q: "Achieng" });
});

test("a press lets somebody in, and Undo shuts the door again", async () => {
  serve(mercy);
  const acts: string[] = [];
  server.use(
    http.post(path("users/:id/:act/"), ({ params }) => {
      acts.push(String(params.act));
      return ok({ ...mercy, registration: null });
    }),
  );
  const { user } = await renderApp("/people?state=pending", { as: "admin" });
  await user.click(await screen.findByRole("button", { name: "Activate Mercy Wambui" }));
  expect(await screen.findByText("Mercy Wambui can now sign in")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await expect.poll(() => acts).toEqual(["activate", "deactivate"]);
});

test("no seat for a third admin is said beside that person", async () => {
  serve(asPerson({ ...users.admin, id: 9, full_name: "Third Admin" }, "pending"), mercy);
  server.use(
    http.post(path("users/:id/activate/"), () => refused(409, "admin_seats_full", "Both seats are taken.")),
  );
  const { user } = await renderApp("/people", { as: "admin" });
  await user.click(await screen.findByRole("button", { name: "Activate Third Admin" }));
  expect(await (await card("Third Admin")).findByText("Both seats are taken.")).toBeInTheDocument();
});

test("a rejection wants a reason", async () => {
  serve(mercy);
  let body: unknown;
  server.use(
    http.post(path("users/:id/reject/"), async ({ request }) => {
      body = await request.json();
      return ok({ ...mercy, state: "rejected", registration: null });
    }),
  );
  const { user } = await renderApp("/people", { as: "admin" });
  await user.click(await screen.findByText("Reject"));
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Reject registration" }));
  expect(dialog.getByText("Say why, for the person to read.")).toBeInTheDocument();
  await user.type(dialog.getByLabelText("Reason"), "The ID does not match.");
  await user.click(dialog.getByRole("button", { name: "Reject registration" }));
  expect(await screen.findByText("Mercy Wambui was turned down")).toBeInTheDocument();
  expect(body).toEqual({ reason: "The ID does not match." });
});

test("who shuts a doctor out is asked what becomes of the visits", async () => {
  serve(achieng, naomi);
  const bodies: unknown[] = [];
  server.use(
    http.post(path("users/2/deactivate/"), async ({ request }) => {
      const body = (await request.json()) as object;
      bodies.push(body);
      return "cancel_appointments" in body
        ? ok({ ...achieng, state: "deactivated", registration: null })
        : refused(409, "would_cancel_appointments", "Visits are booked.", {
            count: 1,
            appointments: [visit()],
          });
    }),
  );
  const { user } = await renderApp("/people", { as: "admin" });
  const row = await card("Dr Achieng Odhiambo");
  expect((await card("Naomi Cherono")).queryByText("Deactivate")).not.toBeInTheDocument();
  await user.click(row.getByText("Deactivate"));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Mercy Wambui")).toBeInTheDocument();
  await user.click(dialog.getByRole("button", { name: "Let it stand" }));
  expect(await screen.findByText("Dr Achieng Odhiambo can no longer sign in")).toBeInTheDocument();
  expect(bodies).toEqual([{}, { cancel_appointments: false }]);
});

test("nobody waiting is said, and a failure can be tried again", async () => {
  server.use(http.get(path("users/"), () => refused(503, "unavailable", "Back in a moment.")));
  const { user } = await renderApp("/people?state=pending", { as: "admin" });
  expect(await screen.findByRole("alert")).toHaveTextContent("Back in a moment.");
  serve();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Nobody is waiting")).toBeInTheDocument();
});
