import { screen } from "@testing-library/react";
import { http } from "msw";
import { expect, test, vi } from "vitest";
import { ok, refused } from "../../test/answers";
import { users } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";
import { BLANK, faultsOf, isLikeOwn } from "./registration";

async function fillIn(role: "Patient" | "Doctor") {
  const app = await renderApp("/register");
  await app.user.click(screen.getByRole("radio", { name: new RegExp(`^${role}`) }));
  const type = (label: string, text: string) => app.user.type(screen.getByLabelText(label), text);
  await type("Full name", "Mercy Wambui");
  await type("National ID", "2741 8830");
  await type("Email", "mercy@example.org");
  await type("Phone number", "0712 345 678");
  await type("Password", "violet umbrella");
  return { ...app, type };
}

test("the role is asked first, and then only what it needs", async () => {
  const { user } = await renderApp("/register");
  expect(screen.queryByLabelText("Full name")).not.toBeInTheDocument();
  await user.click(screen.getByRole("radio", { name: /^Doctor/ }));
  expect(screen.getByLabelText("Licence number")).toBeInTheDocument();
  expect(screen.queryByLabelText("Date of birth")).not.toBeInTheDocument();
  await user.click(screen.getByRole("radio", { name: /^Patient/ }));
  expect(screen.getByLabelText("Date of birth")).toBeInTheDocument();
  expect(screen.queryByLabelText("Licence number")).not.toBeInTheDocument();
});

test("a doctor's registration is sent and leads to the waiting page", async () => {
  let sent: unknown;
  server.use(
    http.post(path("auth/register/"), async ({ request }) => {
      sent = await request.json();
      return ok(users.doctor, 201);
    }),
  );
  const { user, type, router } = await fillIn("Doctor");
  await type("Specialization", "Dental");
  await type("Licence number", "KE-77");
  await user.click(screen.getByRole("button", { name: "Register" }));
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/waiting"));
  expect(sent).toEqual({
    full_name: "Mercy Wambui",
    national_id: "2741 8830",
    email: "mercy@example.org",
    phone_number: "0712 345 678",
    password: "violet umbrella",
    specialization: "Dental",
    license_number: "KE-77",
    role: "doctor",
    language: "en",
  });
});

test("a taken ID is said beside it and leads to the sign-in", async () => {
  server.use(
    http.post(path("auth/register/"), () =>
      refused(400, "invalid", "Some fields need another look.", {
        national_id: ["This ID is registered already."],
      }),
    ),
  );
  const { user } = await fillIn("Patient");
  await user.type(screen.getByLabelText("Date of birth"), "1992-03-09");
  await user.selectOptions(screen.getByLabelText("Gender"), "female");
  await user.click(screen.getByRole("button", { name: "Register" }));
  expect(await screen.findByText("This ID is registered already.")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /Is it yours/ })).toHaveAttribute("href", "/sign-in");
  expect(screen.getByLabelText("Email")).toHaveValue("mercy@example.org");
});

test("the rules of the password are ticked as they are met", async () => {
  const { user } = await fillIn("Patient");
  expect(screen.getAllByText("✓")).toHaveLength(2);
  await user.clear(screen.getByLabelText("Password"));
  await user.type(screen.getByLabelText("Password"), "wambui1992x");
  expect(screen.getAllByText("✓")).toHaveLength(1);
});

test("an empty form is not sent", async () => {
  const { user } = await renderApp("/register?role=patient");
  await user.click(screen.getByRole("button", { name: "Register" }));
  expect(screen.getAllByText("Please fill this in.")).toHaveLength(7);
});

test("what is plainly wrong is found before it is sent", () => {
  const typed = {
    ...BLANK,
    full_name: "M W",
    national_id: "12",
    email: "no",
    phone_number: "x",
    password: "short",
  };
  expect(faultsOf(typed, "admin")).toEqual({
    national_id: "nationalId",
    email: "email",
    phone_number: "phone",
    password: "password",
  });
  expect(faultsOf({ ...typed, national_id: "A-1234 5" }, "admin").national_id).toBeUndefined();
});

test("a password that leans on the person is noticed", () => {
  const person = { full_name: "Mercy Wambui", email: "mw92@example.org", national_id: "2741-8830" };
  expect(isLikeOwn("my-mw92-secret", person)).toBe(true);
  expect(isLikeOwn("x27418830x", person)).toBe(true);
  expect(isLikeOwn("violet umbrella", person)).toBe(false);
});
