import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { users } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const entry = {
  id: 812,
  at: "2026-11-16T09:26:29+03:00",
  actor: 3,
  actor_name: "Naomi Cherono",
  address: "192.0.2.7",
  action: "user.activated",
  target: "user:1",
  details: {},
};
const person = {
  ...users.patient,
  state: "active",
  created_at: "2026-11-12T09:00:00+03:00",
  registration: null,
};

test("says what happened in sentences, and shows an unknown act as it is", async () => {
  server.use(
    http.get(path("users/:id/"), () => ok(person)),
    http.get(path("activity/"), () =>
      list([
        entry,
        {
          ...entry,
          id: 811,
          action: "appointment.rescheduled",
          target: "appointment:12",
          details: { from: "2026-12-01T05:00:00+00:00", to: "2026-12-02T06:30:00+00:00" },
        },
        {
          ...entry,
          id: 809,
          actor: 1,
          action: "user.changed_own_details",
          details: { fields: ["phone_number", "language"] },
        },
        { ...entry, id: 810, actor: null, actor_name: "", action: "robot.danced", target: "robot:1" },
      ]),
    ),
  );
  await renderApp("/activity", { as: "admin" });
  const rows = await within(await screen.findByRole("main")).findAllByRole("listitem");
  const [first, second, third, fourth] = rows.map((row) => within(row));
  expect(first?.getByText("activated an account")).toBeInTheDocument();
  expect(await first?.findByRole("link", { name: "Mercy Wambui" })).toHaveAttribute("href", "/people/1");
  expect(second?.getByRole("link", { name: "Visit 12" })).toHaveAttribute("href", "/visits/12");
  expect(second?.getByText("1 Dec 2026, 08:00 → 2 Dec 2026, 09:30")).toBeInTheDocument();
  expect(third?.getByText("Phone, Language")).toBeInTheDocument();
  expect(fourth?.getByText("robot.danced")).toBeInTheDocument();
});

test("filters are the address, and can be cleared", async () => {
  const asked: string[] = [];
  server.use(
    http.get(path("users/"), () => list([person])),
    http.get(path("users/:id/"), () => ok(person)),
    http.get(path("activity/"), ({ request }) => {
      asked.push(new URL(request.url).search);
      return list([]);
    }),
  );
  const { user, router } = await renderApp("/activity?from=2026-11-01", { as: "admin" });
  await user.selectOptions(screen.getByLabelText("What"), "Booked a visit");
  await user.type(screen.getByRole("searchbox"), "Mercy{Enter}");
  await user.click(await screen.findByRole("button", { name: /Mercy Wambui/ }));
  expect(router.state.location.search).toEqual({
    from: "2026-11-01",
    action: "appointment.booked",
    actor: 1,
  });
  await expect.poll(() => asked.at(-1)).toBe("?from=2026-11-01&action=appointment.booked&actor=1&page=1");
  await user.click(await screen.findByRole("button", { name: "Clear the filters" }));
  expect(await screen.findByText("Nothing has happened yet")).toBeInTheDocument();
});

test("a failure can be tried again", async () => {
  server.use(http.get(path("activity/"), () => refused(503, "unavailable", "Back in a moment.")));
  const { user } = await renderApp("/activity", { as: "admin" });
  expect(await screen.findByText("Back in a moment.")).toBeInTheDocument();
  server.use(http.get(path("activity/"), () => list([])));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Nothing has happened yet")).toBeInTheDocument();
});
