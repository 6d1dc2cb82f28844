import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { list, refused } from "../../test/answers";
import { NOW, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** The visits of each list. */
function visits(upcoming: unknown[], past: unknown[], total = past.length): void {
  server.use(
    http.get(path("appointments/"), ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const page = Number(asked.get("page") ?? 1);
      return asked.get("when") === "past" ? list(past, { page, page_size: 10, total }) : list(upcoming);
    }),
  );
}

const section = (name: string) => within(screen.getByRole("region", { name }));

test("the next visit is large, the others follow, the past can be booked again", async () => {
  visits(
    [visit(), visit({ id: 42, appointment_date: "2026-12-01", appointment_time: "08:00:00" })],
    [visit({ id: 30, appointment_date: "2026-10-05", status: "completed", can: [] })],
  );
  await renderApp("/visits", { as: "patient" });
  expect(await screen.findByText("14:20")).toBeInTheDocument();
  const next = section("Next visit");
  expect(next.getByText(/Today/)).toBeInTheDocument();
  expect(next.getByRole("link", { name: "Change or cancel" })).toHaveAttribute("href", "/visits/41");
  expect(section("Later").getByRole("link", { name: /Tue 1 Dec, 08:00/ })).toBeInTheDocument();
  const past = section("Past");
  expect(await past.findByText("Completed")).toBeInTheDocument();
  expect(past.getByRole("link", { name: "Book again with Dr Achieng Odhiambo" })).toHaveAttribute(
    "href",
    "/book/2",
  );
});

test("nothing booked and nothing past: the next step", async () => {
  visits([], []);
  await renderApp("/visits", { as: "patient" });
  expect(await screen.findByText("Nothing booked")).toBeInTheDocument();
  expect(await screen.findByText("Visits that are over are kept here.")).toBeInTheDocument();
});

test("the past is paged, in the address", async () => {
  visits([], [visit({ status: "completed", can: [] })], 25);
  const { user, router } = await renderApp("/visits", { as: "patient" });
  await user.click(await screen.findByRole("button", { name: "Next" }));
  expect(await screen.findByText("11 to 20 of 25")).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ page: 2 });
});

test("what could not be loaded can be tried again", async () => {
  server.use(
    http.get(path("appointments/"), ({ request }) =>
      request.url.includes("past") ? list([]) : refused(500, "server_error", "Something broke here."),
    ),
  );
  const { user } = await renderApp("/visits", { as: "patient" });
  const again = await screen.findByRole("button", { name: "Try again" });
  visits([visit()], []);
  await user.click(again);
  expect(await screen.findByText("14:20")).toBeInTheDocument();
});
