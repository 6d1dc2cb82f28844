import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { users } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const achieng = {
  ...users.doctor,
  state: "active",
  created_at: "2026-11-12T09:00:00+03:00",
  registration: {
    date_of_birth: null,
    gender: "",
    specialization: "Surgery",
    license_number: "KE-1",
    reject_reason: "",
  },
};
const region = async (name: string) => within(await screen.findByRole("region", { name }));

function serve(changes: object = {}): void {
  server.use(http.get(path("users/:id/"), () => ok({ ...achieng, ...changes })));
}

test("shows what was asked, and leads to the doctor's visits and hours", async () => {
  serve();
  await renderApp("/people/2", { as: "admin" });
  expect((await region("Asked at registration")).getByText("Surgery")).toBeInTheDocument();
  expect((await region("Hours and time off")).getByText("08:00–17:00")).toBeInTheDocument();
  expect(within(screen.getByRole("main")).getByRole("link", { name: "Visits" })).toHaveAttribute(
    "href",
    "/appointments?when=all&doctor=2",
  );
});

test("corrections send what was changed, and a taken ID is said beside it", async () => {
  serve();
  let body: unknown;
  server.use(
    http.patch(path("users/2/"), async ({ request }) => {
      body = await request.json();
      return refused(400, "invalid", "Look again.", { national_id: ["That ID is taken."] });
    }),
  );
  const { user } = await renderApp("/people/2", { as: "admin" });
  const form = await region("Correct details");
  const field = form.getByLabelText("National ID");
  await user.clear(field);
  await user.type(field, "A999");
  await user.click(form.getByRole("button", { name: "Save" }));
  expect(await form.findByText("That ID is taken.")).toBeInTheDocument();
  expect(field).toHaveValue("A999");
  expect(body).toEqual({ national_id: "A999" });
});

test("a doctor’s licence and visit length are saved", async () => {
  serve();
  let body: unknown;
  server.use(
    http.patch(path("doctors/2/"), async ({ request }) => {
      body = await request.json();
      return ok(achieng.doctor_profile);
    }),
  );
  const { user } = await renderApp("/people/2", { as: "admin" });
  const form = await region("Practice");
  await user.clear(form.getByLabelText("Minutes of a visit (optional)"));
  await user.type(form.getByLabelText("Licence number"), "7");
  await user.click(form.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("The practice is saved")).toBeInTheDocument();
  expect(body).toEqual({
    specialization: "General practice",
    license_number: "KE-12047",
    slot_minutes: null,
    availability: true,
  });
});

test("the last admin stays, and the server's sentence says so", async () => {
  serve({ ...users.admin, id: 9, full_name: "Second Admin", state: "active" });
  server.use(
    http.post(path("users/9/deactivate/"), () => refused(409, "last_admin", "One admin must stay.")),
  );
  const { user } = await renderApp("/people/9", { as: "admin" });
  await user.click(await screen.findByRole("button", { name: "Deactivate" }));
  expect(await screen.findByText("One admin must stay.")).toBeInTheDocument();
});

test("an unknown number has one way on, and a failure can be tried again", async () => {
  server.use(http.get(path("users/:id/"), () => refused(503, "unavailable", "Back in a moment.")));
  const { user } = await renderApp("/people/77", { as: "admin" });
  expect(await screen.findByText("Back in a moment.")).toBeInTheDocument();
  server.use(http.get(path("users/:id/"), () => refused(404, "not_found", "There is no such person.")));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  server.use(http.get(path("users/"), () => list([])));
  expect(await screen.findByRole("link", { name: "See everybody" })).toBeInTheDocument();
});
