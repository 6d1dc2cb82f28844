import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isRefusal } from "../../api/api-error";
import { serverNow } from "../../api/clock";
import { type Credentials, keepCredentials, signIn } from "./sign-in";

const MINUTE = 60_000;

type Outcome = { at: Date; error: unknown };

/** Repeats the sign-in once a minute while the page can be seen, until the clinic has decided. */
export function useWaiting(credentials: Credentials | null): Outcome | null {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const decided = isRefusal(outcome?.error, "account_rejected", "account_deactivated", "bad_credentials");

  useEffect(() => {
    if (!credentials || decided) return;
    let last = Date.now();
    let stopped = false;

    async function look(to: Credentials): Promise<void> {
      if (document.visibilityState !== "visible" || Date.now() - last < MINUTE) return;
      last = Date.now();
      try {
        await signIn(to, queries);
        keepCredentials(null);
      } catch (error) {
        if (!stopped) setOutcome({ at: serverNow(), error });
      }
    }

    const now = () => void look(credentials);
    const timer = setInterval(now, 5_000);
    document.addEventListener("visibilitychange", now);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", now);
    };
  }, [credentials, decided, queries]);

  return outcome;
}
