import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { startI18n } from "../i18n/init";
import { daysFrom } from "../lib/clinic-time";
import { WeekCalendar } from "./WeekCalendar";

beforeAll(startI18n);

const MONDAY = "2026-11-16";

test("visits are buttons in the order of the day, each with its status in words", async () => {
  const onOpen = vi.fn();
  render(
    <WeekCalendar
      label="Week"
      days={daysFrom(MONDAY, 7)}
      now={{ date: MONDAY, time: "09:40" }}
      fromHour={7}
      toHour={18}
      events={[
        {
          id: 2,
          date: MONDAY,
          from: "10:00",
          to: "10:40",
          title: "Mercy Wambui",
          subtitle: "Vaccines",
          look: "scheduled",
        },
        { id: 1, date: MONDAY, from: "08:00", to: "08:20", title: "Grace Njeri", look: "completed" },
      ]}
      open={[{ date: MONDAY, from: "08:00", to: "17:00" }]}
      blocks={[{ id: "lunch", date: MONDAY, from: "12:00", to: "13:00", label: "Lunch" }]}
      closed={{ "2026-11-21": "Harvest day" }}
      onOpen={onOpen}
    />,
  );
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual([
    "Monday 16 November 08:00 Grace Njeri Completed",
    "Monday 16 November 10:00 Mercy Wambui Vaccines Booked",
  ]);
  await userEvent.click(screen.getByRole("button", { name: /Mercy Wambui/ }));
  expect(onOpen).toHaveBeenCalledWith(2);
  expect(screen.getByText("Lunch")).toBeInTheDocument();
  expect(screen.getByText("Harvest day")).toBeInTheDocument();
  expect(screen.getByText("09:40")).toBeInTheDocument();
});
