import { expect, test } from "vitest";
import { readSpan, spanOf } from "./time-off";

const form = { date: "2026-10-24", until: "", from: "12:00", to: "13:30", wholeDays: "", reason: "" };

test("hours of one day get the offset of the clinic's zone", () => {
  expect(spanOf(form, "Africa/Nairobi")).toEqual({
    starts_at: "2026-10-24T12:00:00+03:00",
    ends_at: "2026-10-24T13:30:00+03:00",
  });
});

test("whole days run from midnight to midnight, over a change of clocks too", () => {
  const days = { ...form, wholeDays: "yes", until: "2026-10-25" };
  expect(spanOf(days, "Europe/Berlin")).toEqual({
    starts_at: "2026-10-24T00:00:00+02:00",
    ends_at: "2026-10-26T00:00:00+01:00",
  });
  expect(spanOf({ ...days, until: "" }, "Europe/Berlin").ends_at).toBe("2026-10-25T00:00:00+02:00");
});

test("what was sent is read back as it was typed", () => {
  const days = { ...form, wholeDays: "yes", until: "2026-10-25" };
  expect(readSpan({ id: 1, reason: "", ...spanOf(days, "Europe/Berlin") }, "Europe/Berlin")).toEqual({
    date: "2026-10-24",
    from: "00:00",
    until: "2026-10-25",
    to: "24:00",
    wholeDays: true,
  });
  expect(readSpan({ id: 1, reason: "", ...spanOf(form, "Europe/Berlin") }, "Europe/Berlin")).toEqual({
    date: "2026-10-24",
    from: "12:00",
    until: "2026-10-24",
    to: "13:30",
    wholeDays: false,
  });
});
