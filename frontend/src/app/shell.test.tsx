import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { list, refused } from "../test/answers";
import { renderApp } from "../test/renderApp";
import { path, server } from "../test/server";

test("each role has its places", async () => {
  await renderApp("/book", { as: "patient" });
  expect(screen.getByRole("link", { name: "Book a visit" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("link", { name: "My visits" })).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "People" })).not.toBeInTheDocument();
});

test("who is not signed in is asked to, and comes back", async () => {
  const { router } = await renderApp("/visits?page=2");
  expect(router.state.location.pathname).toBe("/sign-in");
  expect(router.state.location.search).toEqual({ to: "/visits?page=2" });
});

test("a page of another role says so and leads home", async () => {
  await renderApp("/people", { as: "patient" });
  expect(await screen.findByRole("heading", { level: 2 })).toHaveTextContent(
    "This page is not for your account",
  );
  expect(screen.getByRole("link", { name: "Go to the start" })).toHaveAttribute("href", "/book");
});

test("an unknown address is a page of its own, inside the shell", async () => {
  await renderApp("/nowhere");
  expect(await screen.findByRole("heading", { level: 2 })).toHaveTextContent("Page not found");
  expect(screen.getByRole("banner")).toBeInTheDocument();
});

test("a word where an id belongs is not found", async () => {
  await renderApp("/visits/abc", { as: "patient" });
  expect(await screen.findByRole("heading", { level: 2 })).toHaveTextContent("Page not found");
});

test("what broke is shown with the request's id and can be tried again", async () => {
  server.use(
    http.get(path("clinic/"), () =>
      refused(500, "server_error", "Something broke here.", null, { "X-Request-ID": "req-7" }),
    ),
  );
  const { user } = await renderApp("/");
  expect(await screen.findByText(/req-7/)).toBeInTheDocument();
  server.resetHandlers();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Mara Clinic")).toBeInTheDocument();
});

test("without a connection the page says so", async () => {
  server.use(http.get(path("clinic/"), () => HttpResponse.error()));
  await renderApp("/");
  expect(await screen.findByRole("heading", { level: 2 })).toHaveTextContent("No connection");
});

test("signing out leads to the start and forgets the person", async () => {
  server.use(http.get(path("appointments/"), () => list([])));
  const { user, router, queryClient } = await renderApp("/visits", { as: "patient" });
  await user.click(screen.getByText("Sign out"));
  await screen.findByRole("link", { name: "Register" });
  expect(router.state.location.pathname).toBe("/");
  expect(queryClient.getQueryData(["me"])).toBeUndefined();
});

test("the language changes everything at once", async () => {
  const { user } = await renderApp("/book", { as: "patient" });
  await user.click(screen.getByText("Kiswahili"));
  expect(await screen.findByRole("link", { name: "Weka miadi" })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe("sw");
  await user.click(screen.getByText("English"));
  expect(await screen.findByRole("link", { name: "Book a visit" })).toBeInTheDocument();
});
