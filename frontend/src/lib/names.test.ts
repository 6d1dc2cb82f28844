import { expect, test } from "vitest";
import { initials, tintOf } from "./names";
import { formatPhone } from "./phone";

test("initials leave titles out", () => {
  expect(initials("Dr Achieng Odhiambo")).toBe("AO");
  expect(initials("wanjiru")).toBe("W");
  expect(initials("Ruben van der Hoppe")).toBe("RH");
  expect(initials("  ")).toBe("?");
});

test("a name keeps its tint", () => {
  expect(tintOf("Mercy Wambui")).toBe(tintOf("Mercy Wambui"));
});

test("phone numbers are shown in groups with their country", () => {
  expect(formatPhone("254722000101")).toBe("+254 722 000 101");
  expect(formatPhone("447911123456")).toBe("+44 791 112 3456");
  expect(formatPhone("12025550123")).toBe("+1 202 555 0123");
  expect(formatPhone("not a number")).toBe("not a number");
});
