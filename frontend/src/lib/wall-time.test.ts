import { expect, test } from "vitest";
import { readTime } from "./wall-time";

test.each([
  ["08:30", "08:30"],
  ["8:30", "08:30"],
  ["8.30", "08:30"],
  ["0830", "08:30"],
  ["830", "08:30"],
  ["8", "08:00"],
  ["17", "17:00"],
  [" 23:59 ", "23:59"],
])("%s is %s", (typed, time) => expect(readTime(typed)).toBe(time));

test.each(["", "24:00", "8:60", "8:3", "noon", "12:30 pm", "99", "12345"])("%j is no time", (typed) =>
  expect(readTime(typed)).toBeNull(),
);
