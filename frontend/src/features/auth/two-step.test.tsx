import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { clinic, users } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const CODES = ["k7m2q-9xw4t", "h3bnv-6yqje"];

/** An account whose two-step sign-in is on, or becomes so by 123456. */
function account({ on, required = false }: { on: boolean; required?: boolean }): void {
  let isOn = on;
  server.use(
    http.get(path("auth/two-step/"), () =>
      ok({ on: isOn, required, recovery_codes_left: isOn ? CODES.length : 0 }),
    ),
    http.post(path("auth/two-step/"), () =>
      ok({ secret: "JBSWY3DPEHPK3PXP", otpauth_url: "otpauth://totp/Mara:1?secret=JBSWY3DPEHPK3PXP" }),
    ),
    http.post(path("auth/two-step/confirm/"), async ({ request }) => {
      const { code } = (await request.json()) as { code: string };
      if (code !== "123456") return refused(400, "invalid", "", { code: ["That code is not right."] });
      isOn = true;
      return ok({ recovery_codes: CODES });
    }),
    http.delete(path("auth/two-step/"), () => {
      isOn = false;
      return ok(null);
    }),
  );
}

test("signing in asks for the code when the password was right", async () => {
  server.use(
    http.post(path("auth/login/"), async ({ request }) => {
      const { code } = (await request.json()) as { code: string };
      if (!code) return refused(401, "code_required", "Write the code, too.");
      return code === "123456"
        ? ok({ access: "token", user: users.patient })
        : refused(401, "bad_credentials", "The national ID or the password is not right.");
    }),
  );
  const { user, router } = await renderApp("/sign-in");
  await user.type(screen.getByLabelText("National ID"), "27418830");
  await user.type(screen.getByLabelText("Password"), "correct horse{Enter}");
  const code = await screen.findByLabelText("Code of your authenticator app");
  expect(code).toHaveFocus();
  await user.type(code, "111111{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("That code is not right, or was used before.");
  await user.clear(code);
  await user.type(code, "123456{Enter}");
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/book"));
});

test("a recovery code serves where the app is lost", async () => {
  server.use(http.post(path("auth/login/"), () => refused(401, "code_required", "Write the code, too.")));
  const { user } = await renderApp("/sign-in");
  await user.type(screen.getByLabelText("National ID"), "27418830");
  await user.type(screen.getByLabelText("Password"), "correct horse{Enter}");
  await user.click(await screen.findByRole("button", { name: "Use a recovery code" }));
  expect(screen.getByLabelText("Recovery code")).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Back" }));
  expect(screen.getByLabelText("National ID")).toHaveValue("27418830");
});

test("it is set up with a first code, and the recovery codes are shown once", async () => {
  account({ on: false });
  const { user } = await renderApp("/profile", { as: "patient" });
  await user.click(await screen.findByRole("button", { name: "Switch it on" }));
  const sheet = within(screen.getByRole("dialog"));
  expect(await sheet.findByRole("img", { name: "QR code for your authenticator app" })).toBeInTheDocument();
  expect(sheet.getByText("JBSW Y3DP EHPK 3PXP")).toBeInTheDocument();
  await user.type(sheet.getByLabelText("Code of your authenticator app"), "1{Enter}");
  expect(await sheet.findByText("That code is not right.")).toBeInTheDocument();
  await user.clear(sheet.getByLabelText("Code of your authenticator app"));
  await user.type(sheet.getByLabelText("Code of your authenticator app"), "123456{Enter}");
  const codes = await sheet.findByRole("list", { name: "Recovery codes" });
  expect(
    within(codes)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(CODES);
  await user.click(sheet.getByRole("button", { name: "I have kept them" }));
  expect(await screen.findByText("2 recovery codes left.")).toBeInTheDocument();
});

test("it is switched off with the password and a code", async () => {
  account({ on: true });
  const { user } = await renderApp("/profile", { as: "patient" });
  await user.click(await screen.findByRole("button", { name: "Switch it off" }));
  const sheet = within(screen.getByRole("dialog"));
  await user.type(sheet.getByLabelText("Password"), "correct horse");
  await user.type(sheet.getByLabelText("Code of your authenticator app"), "123456{Enter}");
  expect(await screen.findByRole("button", { name: "Switch it on" })).toBeInTheDocument();
});

test("who must have it reaches nothing else, and then goes on", async () => {
  account({ on: false, required: true });
  server.use(http.get(path("clinic/"), () => ok({ ...clinic, two_step_required_for: ["doctor"] })));
  const { user, router } = await renderApp("/hours", { as: "doctor" });
  expect(router.state.location.pathname).toBe("/two-step");
  await user.type(await screen.findByLabelText("Code of your authenticator app"), "123456{Enter}");
  await user.click(await screen.findByRole("button", { name: "I have kept them" }));
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/hours"));
});

test("letting an admin in asks for a code once more, and then goes on", async () => {
  const waiting = { ...users.admin, id: 9, full_name: "Wanjiku Kamau", state: "pending", is_active: false };
  let trusted = false;
  let active = false;
  server.use(
    http.get(path("users/"), () =>
      list([{ ...waiting, ...(active && { state: "active" }), created_at: "2026-11-12T09:00:00+03:00" }]),
    ),
    http.post(path("auth/step-up/"), () => {
      trusted = true;
      return ok(null);
    }),
    http.post(path("users/9/activate/"), () => {
      if (!trusted) return refused(403, "step_up_required", "Confirm with a code first.");
      active = true;
      return ok({ ...waiting, state: "active" });
    }),
  );
  const { user } = await renderApp("/people", { as: "admin" });
  await user.click(await screen.findByRole("button", { name: /^Activate Wanjiku Kamau/ }));
  const sheet = within(await screen.findByRole("dialog"));
  await user.type(sheet.getByLabelText("Code of your authenticator app"), "123456{Enter}");
  expect(await screen.findByText("Wanjiku Kamau can now sign in")).toBeInTheDocument();
});
