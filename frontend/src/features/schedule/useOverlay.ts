import { useRouter } from "@tanstack/react-router";
import { useRef } from "react";

type Steps<A extends unknown[]> = {
  /** Puts what lies over the page into the address, as a step of its own. */
  open: (...what: A) => unknown;
  /** Takes it out of the address, in the same step. */
  clear: () => unknown;
};

/** What lies over a page and is part of its address: Back closes it, and closing it is Back where it was opened here. */
export function useOverlay<A extends unknown[]>({ open, clear }: Steps<A>) {
  const { history } = useRouter();
  const openedHere = useRef(false);
  return {
    open: (...what: A): void => {
      openedHere.current = true;
      void open(...what);
    },
    close: (): void => {
      if (openedHere.current) history.back();
      else void clear();
      openedHere.current = false;
    },
    /** After a step elsewhere closing is no longer Back. */
    forget: (): void => {
      openedHere.current = false;
    },
  };
}
