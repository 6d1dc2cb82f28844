import { expect, test } from "vitest";
import { placeEvents } from "./week-layout";

const at = (from: string, to: string) => ({ date: "2026-11-16", from, to });
const lanes = (...spans: [string, string][]) =>
  placeEvents(spans.map(([from, to]) => at(from, to))).map(({ event, lane, lanes: of }) => [
    event.from,
    lane,
    of,
  ]);

test("visits one after another have the whole width", () => {
  expect(lanes(["09:20", "09:40"], ["09:00", "09:20"])).toEqual([
    ["09:00", 0, 1],
    ["09:20", 0, 1],
  ]);
});

test("visits at one time stand side by side", () => {
  expect(lanes(["09:00", "09:40"], ["09:20", "09:40"], ["09:40", "10:00"])).toEqual([
    ["09:00", 0, 2],
    ["09:20", 1, 2],
    ["09:40", 0, 1],
  ]);
});

test("a lane that has become free is used again", () => {
  expect(lanes(["09:00", "11:00"], ["09:00", "09:30"], ["10:00", "10:30"])).toEqual([
    ["09:00", 0, 2],
    ["09:00", 1, 2],
    ["10:00", 0, 2],
  ]);
});
