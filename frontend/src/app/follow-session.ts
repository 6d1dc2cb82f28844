import type { QueryClient } from "@tanstack/react-query";
import { onSession } from "../api/session";
import type { AppRouter } from "./router";

/** Signing in and out, here or in another tab, changes what every page may show. */
export function followSession(router: AppRouter, queryClient: QueryClient): () => void {
  const forget = () =>
    void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "clinic" });
  return onSession((change) => {
    if (change === "signed-in") {
      forget();
      void router.invalidate();
      return;
    }
    const { href, pathname } = router.state.location;
    const leave =
      change === "ended" && pathname !== "/"
        ? router.navigate({ to: "/sign-in", search: { to: href, ended: true } })
        : router.navigate({ to: "/" });
    void leave.then(forget);
  });
}
