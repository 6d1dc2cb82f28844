import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OfflineError } from "../api/api-error";
import { page } from "./page";

test("without a connection a page that was never fetched is told as such, and comes with the connection", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const load = vi
    .fn<() => Promise<{ Visits: () => string }>>()
    .mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module: /visits.js"))
    .mockResolvedValue({ Visits: () => "Three visits" });
  const Visits = page(load, "Visits");

  await Visits.preload?.();
  expect(() => render(<Visits />)).toThrow(OfflineError);

  online.mockReturnValue(true);
  await Visits.preload?.();
  render(<Visits />);
  expect(screen.getByText("Three visits")).toBeInTheDocument();
});
