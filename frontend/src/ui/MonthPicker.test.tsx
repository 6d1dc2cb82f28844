import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import { startI18n } from "../i18n/init";
import { MonthPicker } from "./MonthPicker";

beforeAll(startI18n);

function Example({ onChange }: { onChange: (date: string) => void }) {
  const [month, setMonth] = useState("2026-11-16");
  return (
    <MonthPicker
      month={month}
      onMonth={setMonth}
      value="2026-11-16"
      onChange={onChange}
      min="2026-11-16"
      max="2026-12-20"
      today="2026-11-16"
      marked={new Set(["2026-11-17"])}
    />
  );
}

test("days say whether they have open times, and only days within reach can be chosen", async () => {
  const onChange = vi.fn();
  render(<Example onChange={onChange} />);
  await userEvent.click(screen.getByRole("button", { name: "Tuesday 17 November, has open times" }));
  expect(onChange).toHaveBeenCalledWith("2026-11-17");
  expect(screen.getByRole("button", { name: "Sunday 15 November, no open times" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Monday 16 November, no open times" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("the arrow keys walk through days and months", async () => {
  render(<Example onChange={() => undefined} />);
  screen.getByRole("button", { name: /^Monday 16 November/ }).focus();
  await userEvent.keyboard("{ArrowDown}{ArrowRight}");
  await vi.waitFor(() => expect(screen.getByRole("button", { name: /^Tuesday 24 November/ })).toHaveFocus());
  await userEvent.keyboard("{ArrowDown}");
  await vi.waitFor(() => expect(screen.getByRole("button", { name: /^Tuesday 1 December/ })).toHaveFocus());
  expect(screen.getByText("December 2026")).toBeInTheDocument();
});

test("months end where booking ends", async () => {
  render(<Example onChange={() => undefined} />);
  expect(screen.getByRole("button", { name: "Previous month" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Next month" }));
  expect(screen.getByRole("button", { name: "Next month" })).toBeDisabled();
});
