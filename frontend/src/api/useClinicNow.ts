import { useEffect, useState } from "react";
import { wallClock } from "../lib/clinic-time";
import { serverNow } from "./clock";
import { useClinic } from "./query";

const MINUTE = 60_000;

/** The clinic's wall clock, which moves on each minute. */
export function useClinicNow(): { date: string; time: string } {
  const { time_zone } = useClinic();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setTimeout(() => setNow(serverNow()), MINUTE - (now.getTime() % MINUTE));
    return () => clearTimeout(timer);
  }, [now]);
  return wallClock(time_zone, now);
}
