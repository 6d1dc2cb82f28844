import { screen } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { list, ok } from "../../test/answers";
import { users } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const achieng = {
  ...users.doctor,
  state: "active",
  created_at: "2026-11-12T09:00:00+03:00",
  registration: null,
};

test("an admin keeps a doctor's hours", async () => {
  let saved: unknown;
  server.use(
    http.get(path("users/2/"), () => ok(achieng)),
    http.get(path("doctors/2/working-hours/"), () => ok([])),
    http.put(path("doctors/2/working-hours/"), async ({ request }) => {
      saved = await request.json();
      return ok(saved);
    }),
  );
  const { user } = await renderApp("/people/2/hours", { as: "admin" });
  expect(
    await screen.findByRole("heading", { name: "Working hours of Dr Achieng Odhiambo" }),
  ).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: /^Start with Monday/ }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await expect.poll(() => saved).toHaveLength(5);
});

test("an admin gives a doctor's time off back, and Undo takes it again", async () => {
  const row = {
    id: 7,
    starts_at: "2099-11-20T08:00:00+03:00",
    ends_at: "2099-11-20T12:00:00+03:00",
    reason: "Training",
  };
  const acts: string[] = [];
  server.use(
    http.get(path("users/2/"), () => ok(achieng)),
    http.get(path("doctors/2/time-off/"), () => list([row])),
    http.delete(path("doctors/2/time-off/7/"), () => {
      acts.push("given back");
      return ok(null);
    }),
    http.post(path("doctors/2/time-off/"), () => {
      acts.push("taken");
      return ok(row, 201);
    }),
  );
  const { user } = await renderApp("/people/2/time-off", { as: "admin" });
  await user.click(await screen.findByRole("button", { name: /back/i }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await expect.poll(() => acts).toEqual(["given back", "taken"]);
});
