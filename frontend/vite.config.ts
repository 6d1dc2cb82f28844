import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { precompress } from "./tools/precompress.ts";

const api = `http://127.0.0.1:${process.env.API_PORT ?? "8000"}`;

export default defineConfig({
  plugins: [react(), precompress()],
  server: { host: "127.0.0.1", port: 5173, proxy: { "/api": api } },
  preview: { host: "127.0.0.1", proxy: { "/api": api } },
  build: { manifest: true, target: "es2022", assetsInlineLimit: 0, reportCompressedSize: false },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
