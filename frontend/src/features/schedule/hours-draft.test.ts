import { expect, test } from "vitest";
import { copyDay, errorsByRow, faultsOf, hoursOf, newRow, rowsOf, sameHours } from "./hours-draft";

const week = rowsOf([
  { weekday: 2, opens: "08:00", closes: "12:00" },
  { weekday: 1, opens: "13:00:00", closes: "17:00:00" },
  { weekday: 1, opens: "08:00:00", closes: "12:00:00" },
]);

test("the week is in order, on whole minutes", () => {
  expect(hoursOf(week)).toEqual([
    { weekday: 1, opens: "08:00", closes: "12:00" },
    { weekday: 1, opens: "13:00", closes: "17:00" },
    { weekday: 2, opens: "08:00", closes: "12:00" },
  ]);
});

test("copying a day replaces the hours of the others and leaves the rest", () => {
  const copied = copyDay(week, 1, [2, 3]);
  expect(copied.map(({ weekday, opens }) => `${weekday} ${opens}`).sort()).toEqual([
    "1 08:00",
    "1 13:00",
    "2 08:00",
    "2 13:00",
    "3 08:00",
    "3 13:00",
  ]);
  expect(sameHours(week, copied)).toBe(false);
  expect(sameHours(week, [...week].reverse())).toBe(true);
});

test("what is missing, backwards or overlapping is told at its row", () => {
  const missing = newRow(3, "08:00", "");
  const backwards = newRow(4, "12:00", "12:00");
  const late = newRow(1, "11:00", "12:30");
  expect(faultsOf([...week, missing, backwards, late])).toEqual({
    [missing.key]: "required",
    [backwards.key]: "backwards",
    [late.key]: "overlap",
  });
  expect(faultsOf(week)).toEqual({});
});

test("the server's errors stand at the rows that were sent", () => {
  expect(errorsByRow(week, [{}, { opens: ["This overlaps."], closes: ["Write a time."] }])).toEqual({
    "1 13:00": "This overlaps. Write a time.",
  });
  expect(errorsByRow(week, { detail: ["Not a list."] })).toEqual({});
});
