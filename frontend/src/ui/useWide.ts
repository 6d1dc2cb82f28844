import { useSyncExternalStore } from "react";

const wide = () => globalThis.matchMedia("(min-width: 62em)");

/** Whether the screen is a desktop's: for what is another thing there, not only another layout. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = wide();
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => wide().matches,
  );
}
