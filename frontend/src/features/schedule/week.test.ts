import { expect, test } from "vitest";
import { visit } from "../../test/clinic-data";
import { blocksOf, hourRange, openSpans, waitingVisits, within } from "./week";

const ZONE = "Africa/Nairobi";
const DAYS = ["2026-11-16", "2026-11-17", "2026-11-18"];

test("an absence over several days is one block a day, and ends with the midnight that ends it", () => {
  const away = {
    id: 7,
    reason: "Leave",
    starts_at: "2026-11-16T13:00:00+03:00",
    ends_at: "2026-11-18T00:00:00+03:00",
  };
  expect(blocksOf([away], DAYS, ZONE, "Away").map(({ date, from, to }) => [date, from, to])).toEqual([
    ["2026-11-16", "13:00", "24:00"],
    ["2026-11-17", "00:00", "24:00"],
  ]);
});

test("instants are read on the clinic's clock whatever their offset", () => {
  const away = { id: 7, reason: "", starts_at: "2026-11-16T21:30:00Z", ends_at: "2026-11-16T22:00:00Z" };
  expect(blocksOf([away], DAYS, ZONE, "Away")).toEqual([
    { id: "7 2026-11-17", date: "2026-11-17", from: "00:30", to: "01:00", label: "Away" },
  ]);
});

test("a closed day has no working hours", () => {
  const hours = [1, 2].map((weekday) => ({ weekday, opens: "08:00", closes: "12:30" }));
  expect(openSpans(DAYS, hours, { "2026-11-16": "Labour day" })).toEqual([
    { date: "2026-11-17", from: "08:00", to: "12:30" },
  ]);
});

test("a week shows an hour before and after what is worked and booked", () => {
  const span = (from: string, to: string) => ({ date: "2026-11-16", from, to });
  expect(hourRange([])).toEqual({ fromHour: 7, toHour: 18 });
  expect(hourRange([span("08:30", "12:00"), span("14:00", "17:40")])).toEqual({ fromHour: 8, toHour: 18 });
  expect(hourRange([span("00:00", "24:00")])).toEqual({ fromHour: 0, toHour: 24 });
  expect(within([span("00:00", "07:00"), span("06:00", "09:00")], { fromHour: 8, toHour: 18 })).toEqual([
    span("06:00", "09:00"),
  ]);
});

test("who is next, and who still stands open", () => {
  const at = (id: number, from: string, to: string, status: "scheduled" | "cancelled" = "scheduled") =>
    visit({ id, status, starts_at: `2026-11-16T${from}:00+03:00`, ends_at: `2026-11-16T${to}:00+03:00` });
  const visits = [
    at(1, "08:00", "08:20"),
    at(2, "09:20", "09:40"),
    at(3, "09:40", "10:00"),
    at(4, "10:00", "10:20", "cancelled"),
  ];
  const { next, unfinished } = waitingVisits(visits, "2026-11-16", "09:40", ZONE);
  expect(next.map(({ id }) => id)).toEqual([3]);
  expect(unfinished.map(({ id }) => id)).toEqual([1, 2]);
});
