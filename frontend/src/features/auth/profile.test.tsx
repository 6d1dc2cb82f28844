import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { accessToken } from "../../api/session";
import { list, ok, refused } from "../../test/answers";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const session = {
  id: 1,
  device: "Chrome on Android",
  address: "41.90.4.7",
  created_at: "2026-11-16T09:00:00+03:00",
  last_seen: "2026-11-16T09:40:00+03:00",
  current: true,
};

const card = (name: string) => within(screen.getByRole("region", { name }));

test("details are saved and shown", async () => {
  const { user } = await renderApp("/profile", { as: "patient" });
  const name = card("About you").getByLabelText("Full name");
  await user.clear(name);
  await user.type(name, "Mercy W. Otieno");
  await user.click(card("About you").getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Your details are saved")).toBeInTheDocument();
  expect(screen.getAllByText("Mercy W. Otieno").length).toBeGreaterThan(0);
});

test("email and phone want the password, and a wrong one is said beside it", async () => {
  server.use(
    http.patch(path("auth/me/"), () =>
      refused(400, "invalid", "Look again.", { password: ["That is not it."] }),
    ),
  );
  const { user } = await renderApp("/profile", { as: "patient" });
  const contact = card("Email and phone");
  expect(contact.getByRole("button", { name: "Save" })).toBeDisabled();
  await user.type(contact.getByLabelText("Email"), ".ke");
  await user.click(contact.getByRole("button", { name: "Save" }));
  expect(contact.getByText("Please fill this in.")).toBeInTheDocument();
  await user.type(contact.getByLabelText("Password"), "wrong{Enter}");
  expect(await contact.findByText("That is not it.")).toBeInTheDocument();
  expect(contact.getByLabelText("Email")).toHaveValue("mercy.wambui@example.org.ke");
});

test("a new password goes on with a new token", async () => {
  server.use(http.post(path("auth/password/change/"), () => ok({ access: "after-the-change" })));
  const { user } = await renderApp("/profile", { as: "patient" });
  await user.type(screen.getByLabelText("Present password"), "violet umbrella");
  await user.type(screen.getByLabelText("New password"), "orange lantern{Enter}");
  expect(await screen.findByText("Your password is changed")).toBeInTheDocument();
  expect(accessToken()).toBe("after-the-change");
  expect(screen.getByLabelText("New password")).toHaveValue("");
});

test("another session can be ended, this one cannot", async () => {
  let sessions = [session, { ...session, id: 2, device: "Firefox on Linux", current: false }];
  server.use(
    http.get(path("auth/sessions/"), () => list(sessions)),
    http.delete(path("auth/sessions/:id/"), ({ params }) => {
      sessions = sessions.filter(({ id }) => id !== Number(params.id));
      return ok(null);
    }),
  );
  const { user } = await renderApp("/profile", { as: "doctor" });
  expect(await screen.findByText("This device")).toBeInTheDocument();
  expect(screen.getAllByRole("button", { name: /End the session/ })).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "End the session on Firefox on Linux" }));
  expect(await screen.findByText("That session has ended")).toBeInTheDocument();
  expect(screen.queryByText(/Firefox on Linux/)).not.toBeInTheDocument();
});

test("sessions that cannot be loaded can be tried again", async () => {
  server.use(http.get(path("auth/sessions/"), () => refused(503, "unavailable", "Back in a moment.")));
  const { user } = await renderApp("/profile", { as: "doctor" });
  expect(await screen.findByRole("alert")).toHaveTextContent("Back in a moment.");
  server.use(http.get(path("auth/sessions/"), () => list([session])));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("This device")).toBeInTheDocument();
});

test("a patient reads the own history and who else did", async () => {
  server.use(
    http.get(path("patients/:id/readings/"), () =>
      list([{ at: "2026-11-15T09:40:00+03:00", by: 2, by_name: "Dr Achieng Odhiambo", act: "read" }]),
    ),
  );
  await renderApp("/profile", { as: "patient" });
  expect(screen.getByText("Penicillin allergy.")).toBeInTheDocument();
  expect(await screen.findByText("Dr Achieng Odhiambo read it")).toBeInTheDocument();
  expect(screen.getByText("15 Nov 2026, 09:40")).toBeInTheDocument();
});

test("nobody else has a medical history on the profile", async () => {
  await renderApp("/profile", { as: "admin" });
  expect(screen.queryByRole("region", { name: "Your medical history" })).not.toBeInTheDocument();
});
