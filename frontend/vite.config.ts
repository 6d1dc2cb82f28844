import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstScreen } from "./tools/first-screen.ts";
import { precompress } from "./tools/precompress.ts";

const api = `http://127.0.0.1:${process.env.API_PORT ?? "8000"}`;

// A phone's connection fetches few files well and many badly: what every page needs is two files, of which the
// libraries stay the same from one version to the next; what several pages share is one more. The entry stays
// outside: it waits for a page, which imports the shell, and one file cannot wait for itself.
const CHUNKS = [
  { name: "libraries", tags: ["$initial" as const], test: /node_modules/ },
  { name: "shell", tags: ["$initial" as const], test: /src\/(?!main\.tsx)/ },
  { name: "parts", minShareCount: 3 },
];

export default defineConfig({
  plugins: [react(), firstScreen(), precompress()],
  server: { host: "127.0.0.1", port: 5173, proxy: { "/api": api } },
  preview: { host: "127.0.0.1", proxy: { "/api": api } },
  build: {
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
