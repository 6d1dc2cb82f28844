import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { endSession } from "../api/session";
import { hideToast } from "../ui/toast";
import { server } from "./server";
import "./browser-stubs";

// A busy machine is no failure: what is waited for may take its time.
configure({ asyncUtilTimeout: 5000 });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  cleanup();
  endSession();
  hideToast();
  localStorage.clear();
  server.resetHandlers();
});
afterAll(() => server.close());
