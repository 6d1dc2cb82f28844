import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * After a change of page the focus is on the page's heading, so that screen readers read where one is. A page
 * that keeps its place (a list beside its details) marks what is new with `data-page-focus`, and whoever is at
 * one of its fields stays there.
 */
export function useFocusOnArrival(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        if (document.activeElement?.matches("input, select, textarea")) return;
        const target =
          document.querySelector<HTMLElement>("[data-page-focus]") ?? document.querySelector("h1");
        target?.focus({ preventScroll: true });
      }),
    [router],
  );
}
