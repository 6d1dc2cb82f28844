import { expect, test } from "vitest";
import { instantAt } from "./clinic-offset";
import { wallClock } from "./clinic-time";

test("a wall time gets the offset of the clinic's zone on that day", () => {
  expect(instantAt("Africa/Nairobi", "2026-11-16", "10:00")).toBe("2026-11-16T10:00:00+03:00");
  expect(instantAt("Europe/Berlin", "2026-07-01", "08:30")).toBe("2026-07-01T08:30:00+02:00");
  expect(instantAt("Europe/Berlin", "2026-12-01", "08:30")).toBe("2026-12-01T08:30:00+01:00");
  expect(instantAt("America/St_Johns", "2026-12-01", "00:00")).toBe("2026-12-01T00:00:00-03:30");
  expect(instantAt("Asia/Kathmandu", "2026-12-01", "23:59")).toBe("2026-12-01T23:59:00+05:45");
});

test("a time that the zone skips moves to the end of the gap", () => {
  expect(instantAt("Europe/Berlin", "2026-03-29", "02:00")).toBe("2026-03-29T03:00:00+02:00");
  expect(instantAt("Europe/Berlin", "2026-03-29", "02:30")).toBe("2026-03-29T03:00:00+02:00");
  expect(instantAt("Australia/Lord_Howe", "2026-10-04", "02:10")).toBe("2026-10-04T02:30:00+11:00");
  expect(instantAt("America/Santiago", "2026-09-06", "00:00")).toBe("2026-09-06T01:00:00-03:00");
});

test("a doubled time means the first", () => {
  expect(instantAt("Europe/Berlin", "2026-10-25", "02:30")).toBe("2026-10-25T02:30:00+02:00");
  expect(instantAt("Europe/Berlin", "2026-10-25", "03:00")).toBe("2026-10-25T03:00:00+01:00");
  expect(instantAt("America/New_York", "2026-11-01", "01:15")).toBe("2026-11-01T01:15:00-04:00");
});

test("every quarter of an hour around a change reads back as it was typed, save those in the gap", () => {
  for (const [zone, date, gap] of [
    ["Europe/Berlin", "2026-03-29", 4],
    ["Europe/Berlin", "2026-10-25", 0],
    ["Pacific/Apia", "2011-12-29", 0],
    ["Africa/Casablanca", "2026-02-15", 0],
    ["Asia/Beirut", "2026-03-29", 4],
  ] as const) {
    const times = Array.from(
      { length: 96 },
      (_, n) => `${String(n >> 2).padStart(2, "0")}:${["00", "15", "30", "45"][n & 3]}`,
    );
    const moved = times.filter((time) => {
      const read = wallClock(zone, instantAt(zone, date, time));
      return read.date !== date || read.time !== time;
    });
    expect(moved, zone).toHaveLength(gap);
  }
});
