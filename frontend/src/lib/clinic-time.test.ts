import { describe, expect, test } from "vitest";
import { formatDate, formatInstant, formatWeekday, zoneLabel } from "./clinic-format";
import {
  addDays,
  addMonths,
  daysBetween,
  groupTimes,
  isPlainDate,
  minutesOf,
  monthGrid,
  partOfDay,
  startOfWeek,
  timeAt,
  today,
  wallClock,
  weekdayOf,
} from "./clinic-time";

const NAIROBI = "Africa/Nairobi";

describe("plain dates", () => {
  test("add days over months, years and clock changes", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });
  test("add months and keep to the last day", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-16", 2)).toBe("2027-01-16");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });
  test("weeks begin on Monday", () => {
    expect(weekdayOf("2026-11-16")).toBe(1);
    expect(weekdayOf("2026-11-22")).toBe(7);
    expect(startOfWeek("2026-11-22")).toBe("2026-11-16");
  });
  test("a month's grid holds only its days", () => {
    const grid = monthGrid("2026-11-16");
    expect(grid).toHaveLength(6);
    expect(grid[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(grid.flat().filter(Boolean)).toHaveLength(30);
    expect(monthGrid("2027-02-01")).toHaveLength(4);
  });
  test("only dates that exist are dates", () => {
    expect(isPlainDate("2026-02-28")).toBe(true);
    expect(isPlainDate("2026-02-30")).toBe(false);
    expect(isPlainDate("2026-2-3")).toBe(false);
    expect(isPlainDate(undefined)).toBe(false);
  });
});

describe("the clinic's clock", () => {
  test("today is the clinic's, not the browser's", () => {
    expect(today(NAIROBI, new Date("2026-11-16T21:30:00Z"))).toBe("2026-11-17");
    expect(today("America/New_York", new Date("2026-11-17T03:00:00Z"))).toBe("2026-11-16");
  });
  test("midnight is 00, not 24", () => {
    expect(wallClock(NAIROBI, "2026-11-16T21:00:00Z")).toEqual({ date: "2026-11-17", time: "00:00" });
  });
  test("times count in minutes", () => {
    expect(minutesOf("13:20")).toBe(800);
    expect(timeAt(800)).toBe("13:20");
  });
});

describe("parts of the day", () => {
  test("noon is afternoon, five is evening", () => {
    expect(partOfDay("11:59")).toBe("morning");
    expect(partOfDay("12:00")).toBe("afternoon");
    expect(partOfDay("16:59")).toBe("afternoon");
    expect(partOfDay("17:00")).toBe("evening");
  });
  test("empty parts are left out", () => {
    expect(groupTimes(["08:00", "11:40", "17:20"])).toEqual([
      { part: "morning", times: ["08:00", "11:40"] },
      { part: "evening", times: ["17:20"] },
    ]);
  });
});

describe("words for dates", () => {
  test("English is British and without commas", () => {
    expect(formatDate("2026-11-16", "long", "en")).toBe("Monday 16 November");
    expect(formatDate("2026-11-16", "short", "en")).toBe("Mon 16 Nov");
    expect(formatDate("2026-11-16", "full", "en")).toBe("Monday 16 November 2026");
  });
  test("Swahili", () => {
    expect(formatDate("2026-11-16", "long", "sw")).toBe("Jumatatu, 16 Novemba");
    expect(formatWeekday(7, "sw")).toBe("Jumapili");
  });
  test("instants are shown on the clinic's clock", () => {
    expect(formatInstant("2026-11-16T21:05:00Z", NAIROBI, "en")).toBe("17 Nov 2026, 00:05");
  });
  test("the zone is named by its city", () => {
    expect(zoneLabel(NAIROBI)).toBe("Nairobi (GMT+3)");
    expect(zoneLabel("America/New_York", new Date("2026-01-01T00:00:00Z"))).toBe("New York (GMT-5)");
  });
});

test("Swahili has short weekdays of its own", () => {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => formatWeekday(day, "sw", "weekdayShort"));
  expect(days).toEqual(["Jtt", "Jnn", "Jtn", "Alh", "Iju", "Jmo", "Jpi"]);
  expect(formatDate("2026-11-16", "weekdayNarrow", "sw")).toBe("Jtt");
  expect(formatWeekday(1, "sw")).toBe("Jumatatu");
});
