import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startI18n } from "../i18n/init";
import { Toast } from "./Toast";
import { toast } from "./toast";

beforeAll(startI18n);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a success is told and goes by itself", () => {
  render(<Toast />);
  act(() => toast("Saved"));
  expect(screen.getByRole("status")).toHaveTextContent("Saved");
  act(() => vi.advanceTimersByTime(5_000));
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

test("what can be undone stays for half a minute", () => {
  const undo = vi.fn();
  render(<Toast />);
  act(() => toast("Grace Njeri can now sign in", undo));
  act(() => vi.advanceTimersByTime(29_000));
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

test("a new success takes the place of the one before", () => {
  render(<Toast />);
  act(() => toast("First"));
  act(() => toast("Second"));
  expect(screen.getByRole("status")).toHaveTextContent("Second");
  expect(screen.queryByText("First")).not.toBeInTheDocument();
});
