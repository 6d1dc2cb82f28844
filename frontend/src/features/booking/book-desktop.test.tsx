import { screen } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { list, ok } from "../../test/answers";
import { doctor, doctors, NOW, TODAY } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.spyOn(window, "matchMedia").mockImplementation((media) =>
    Object.assign(new EventTarget() as MediaQueryList, { media, matches: true }),
  );
});
afterEach(() => void vi.useRealTimers());

const away = { ...doctor, id: 5, full_name: "Dr Abdi Langat", availability: false, next_open: null };

test("the first doctor who can be booked is open beside the list", async () => {
  server.use(http.get(path("doctors/"), () => list([away, ...doctors])));
  const { router } = await renderApp("/book", { as: "patient" });
  expect(await screen.findByRole("heading", { name: doctor.full_name })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /Achieng Odhiambo/, current: true })).toBeInTheDocument();
  expect(router.state.location.href).toBe("/book");
});

test("choosing a time puts its doctor into the address and leaves the focus at the time", async () => {
  const { user, router } = await renderApp("/book", { as: "patient" });
  const time = await screen.findByRole("radio", { name: "10:20" });
  await user.click(time);
  expect(router.state.location.pathname).toBe("/book/2");
  expect(router.state.location.search).toMatchObject({ date: TODAY, time: "10:20" });
  expect(time).toBeChecked();
  expect(time).toHaveFocus();
});

test("another doctor's name has the focus once chosen", async () => {
  const other = doctors[1] ?? doctor;
  server.use(http.get(path(`doctors/${other.id}/`), () => ok(other)));
  const { user } = await renderApp("/book", { as: "patient" });
  await user.click(await screen.findByRole("link", { name: /Kamau/ }));
  expect(await screen.findByRole("heading", { name: /Kamau/, level: 2 })).toHaveFocus();
});

test("where nobody can be booked the choice is the person's", async () => {
  server.use(http.get(path("doctors/"), () => list([away])));
  await renderApp("/book", { as: "patient" });
  expect(await screen.findByText("The open days and times appear here.")).toBeInTheDocument();
});

test("a word where the doctor belongs is not found", async () => {
  await renderApp("/book/abc", { as: "patient" });
  expect(await screen.findByRole("heading", { level: 2 })).toHaveTextContent("Page not found");
});
