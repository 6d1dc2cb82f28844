import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startI18n } from "../i18n/init";
import { SearchField } from "./SearchField";

beforeAll(startI18n);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function type(text: string): void {
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: text } });
}

test("tells once the typing pauses", () => {
  const onChange = vi.fn();
  render(<SearchField label="Search" value="" onChange={onChange} />);
  type("ac");
  act(() => vi.advanceTimersByTime(200));
  type("achieng ");
  act(() => vi.advanceTimersByTime(200));
  expect(onChange).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(100));
  expect(onChange.mock.calls).toEqual([["achieng"]]);
});

test("Enter and clearing tell at once", () => {
  const onChange = vi.fn();
  render(<SearchField label="Search" value="" onChange={onChange} />);
  type("kamau");
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" });
  fireEvent.click(screen.getByRole("button", { name: "Clear" }));
  expect(onChange.mock.calls).toEqual([["kamau"], [""]]);
  expect(screen.getByRole("searchbox")).toHaveFocus();
});

test("an address that changes changes the text", () => {
  const { rerender } = render(<SearchField label="Search" value="kamau" onChange={() => undefined} />);
  rerender(<SearchField label="Search" value="" onChange={() => undefined} />);
  expect(screen.getByRole("searchbox")).toHaveValue("");
});
