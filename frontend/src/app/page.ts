import { lazyRouteComponent } from "@tanstack/react-router";
import type { FunctionComponent } from "react";
import { OfflineError } from "../api/api-error";

/**
 * A page as a chunk of its own. Where it cannot be fetched the router would load the whole app anew, in case
 * a newer one has been installed; without a connection that would leave nothing on the screen.
 */
export function page<Name extends string>(load: () => Promise<Record<Name, FunctionComponent>>, name: Name) {
  const orOffline = () =>
    load().catch((error: unknown) => {
      throw navigator.onLine ? error : new OfflineError();
    });
  return lazyRouteComponent(orOffline, name);
}
