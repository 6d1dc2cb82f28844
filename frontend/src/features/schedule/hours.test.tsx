import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { ok, refused } from "../../test/answers";
import { NOW, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

const MONDAY = [{ weekday: 1, opens: "08:00", closes: "17:00" }];
const HOURS = path("doctors/me/working-hours/");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  return () => vi.useRealTimers();
});

test("what patients will see next week stands beside the hours", async () => {
  await renderApp("/hours", { as: "doctor" });
  expect(await screen.findByText("Mon 23 Nov")).toBeInTheDocument();
  expect(screen.getAllByText("4 times")).toHaveLength(6);
  expect(
    within(screen.getByText("Sun 29 Nov").closest("li") as HTMLElement).getByText("Not working"),
  ).toBeVisible();
});

test("who has no hours gets a start", async () => {
  server.use(http.get(HOURS, () => ok([])));
  const { user } = await renderApp("/hours", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: /Start with Monday to Friday/ }));
  expect(screen.getByRole("textbox", { name: "Friday 1, to" })).toHaveValue("17:00");
});

test("hours are typed as digits, copied to other days, and saved as a whole", async () => {
  const sent = vi.fn();
  server.use(
    http.put(HOURS, async ({ request }) => {
      const week = await request.json();
      sent(week, new URL(request.url).search);
      return ok(week);
    }),
  );
  const { user } = await renderApp("/hours", { as: "doctor" });
  const closes = await screen.findByRole("textbox", { name: "Monday 1, to" });
  await user.clear(closes);
  await user.type(closes, "1230");
  await user.click(screen.getByRole("button", { name: "Copy Monday to other days" }));
  expect(closes).toHaveValue("12:30");
  await user.click(screen.getByRole("checkbox", { name: "Tuesday" }));
  await user.click(screen.getByRole("button", { name: "Copy to 1 day" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Your hours are saved.")).toBeInTheDocument();
  expect(sent).toHaveBeenCalledExactlyOnceWith(
    [
      { weekday: 1, opens: "08:00", closes: "12:30" },
      { weekday: 2, opens: "08:00", closes: "12:30" },
    ],
    "",
  );
  expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
});

test("what is wrong stands at its row: ours before sending, the server's after", async () => {
  const sent = vi.fn();
  server.use(
    http.put(HOURS, () => {
      sent();
      return refused(400, "invalid", "Some fields need another look.", [{}, { opens: ["This overlaps."] }]);
    }),
  );
  const { user } = await renderApp("/hours", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: "Add hours on Monday" }));
  const [opens, closes] = ["from", "to"].map((end) =>
    screen.getByRole("textbox", { name: `Monday 2, ${end}` }),
  );
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(opens).toHaveAccessibleDescription("Write both times, as in 08:30.");
  expect(sent).not.toHaveBeenCalled();
  await user.type(opens as HTMLElement, "18:00");
  await user.type(closes as HTMLElement, "19:00");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("This overlaps.")).toBeInTheDocument();
  expect(opens).toHaveAccessibleDescription("This overlaps.");
  expect(opens).toHaveValue("18:00");
});

test("booked visits in the way are shown, and the choice goes with the same hours", async () => {
  const choices: (string | null)[] = [];
  server.use(
    http.put(HOURS, async ({ request }) => {
      const choice = new URL(request.url).searchParams.get("cancel_appointments");
      choices.push(choice);
      if (choice === null)
        return refused(409, "would_cancel_appointments", "Visits are booked then.", {
          count: 1,
          appointments: [visit()],
        });
      return ok(await request.json());
    }),
  );
  const { user } = await renderApp("/hours", { as: "doctor" });
  const closes = await screen.findByRole("textbox", { name: "Monday 1, to" });
  await user.clear(closes);
  await user.type(closes, "12:00");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("1 visit is booked then")).toBeInTheDocument();
  expect(screen.getByText("Mercy Wambui")).toBeInTheDocument();
  expect(closes).toHaveValue("12:00");
  await user.click(screen.getByRole("button", { name: "Let it stand" }));
  expect(await screen.findByText("Your hours are saved.")).toBeInTheDocument();
  expect(choices).toEqual([null, "false"]);
});

test("leaving with hours that are not saved asks first", async () => {
  server.use(http.get(HOURS, () => ok(MONDAY)));
  const { user, router } = await renderApp("/hours", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: "Remove Monday 1" }));
  await user.click(screen.getByRole("link", { name: "Patients" }));
  const dialog = await screen.findByRole("dialog", { name: "Leave without saving?" });
  await user.click(within(dialog).getByRole("button", { name: "Stay here" }));
  expect(router.state.location.pathname).toBe("/hours");
  await user.click(screen.getByRole("link", { name: "Patients" }));
  await user.click(await screen.findByRole("button", { name: "Leave without saving" }));
  expect(await screen.findByRole("heading", { name: "Patients" })).toBeInTheDocument();
});

test("the length of a visit is the clinic's or one's own", async () => {
  const sent = vi.fn();
  server.use(
    http.patch(path("doctors/me/"), async ({ request }) => {
      sent(await request.json());
      return ok({});
    }),
  );
  const { user } = await renderApp("/hours", { as: "doctor" });
  const length = await screen.findByRole("combobox", { name: "Length of a visit" });
  expect(length).toHaveDisplayValue("20 minutes");
  await user.selectOptions(length, "As the clinic: 30 minutes");
  expect(await screen.findByText("Saved. New times follow it.")).toBeInTheDocument();
  expect(sent).toHaveBeenCalledExactlyOnceWith({ slot_minutes: null });
});
