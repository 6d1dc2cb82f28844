import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http } from "msw";
import { createQueryClient } from "../api/query";
import { startSession } from "../api/session";
import type { Role, User } from "../api/types";
import { followSession } from "../app/follow-session";
import { createAppRouter } from "../app/router";
import { startI18n } from "../i18n/init";
import { ok } from "./answers";
import { users } from "./clinic-data";
import { path, server } from "./server";

type Options = { as?: Role | null; me?: Partial<User> };

/** The whole app at an address, signed in as a patient, doctor, admin or nobody. */
export async function renderApp(address: string, { as = null, me }: Options = {}) {
  await startI18n();
  if (as) {
    server.use(http.get(path("auth/me/"), () => ok({ ...users[as], ...me })));
    startSession("access-token");
  }
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
  const router = createAppRouter(queryClient, createMemoryHistory({ initialEntries: [address] }));
  followSession(router, queryClient);
  await router.load();
  const view = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...view, router, queryClient, user: userEvent.setup() };
}
