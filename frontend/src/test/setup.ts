import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { endSession } from "../api/session";
import { hideToast } from "../ui/toast";
import { server } from "./server";
import "./browser-stubs";

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  cleanup();
  endSession();
  hideToast();
  localStorage.clear();
  server.resetHandlers();
});
afterAll(() => server.close());
