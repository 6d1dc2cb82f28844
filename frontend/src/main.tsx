import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/query";
import { followSession } from "./app/follow-session";
import { createAppRouter } from "./app/router";
import { startI18n } from "./i18n/init";
import { clockOf } from "./lib/clinic-time";
import "./app/fonts.css";
import "./app/tokens.css";
import "./app/base.css";

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
followSession(router, queryClient);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

// The boot skeleton of index.html stays until the first page is ready.
const ready = Promise.all([startI18n(), router.load()]);
// A browser's first date format is dear on a phone: it is made while the first answers are on their way.
clockOf("UTC");
await ready;
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
