import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, call } from "../../api/client";

/** Every act that the log knows a sentence for, in the order in which the filter offers them. */
export const ACTIONS = [
  "appointment.booked",
  "appointment.rescheduled",
  "appointment.cancelled",
  "appointment.checked_in",
  "appointment.completed",
  "appointment.no_show",
  "user.registered",
  "user.activated",
  "user.rejected",
  "user.deactivated",
  "user.corrected",
  "user.changed_own_details",
  "doctor.changed",
  "doctor.hours_replaced",
  "doctor.time_off_taken",
  "doctor.time_off_given_back",
  "medical_history.read",
  "medical_history.written",
  "clinic.changed",
  "clinic.day_closed",
  "clinic.day_opened",
  "session.started",
  "session.failed",
  "session.ended",
  "session.reused",
  "session.stepped_up",
  "sign_in.locked_out",
  "password.changed",
  "two_step.prepared",
  "two_step.switched_on",
  "two_step.switched_off",
  "two_step.recovery_code_used",
  "two_step.failed",
  "two_step.reset",
  "backup.made",
  "backup.restored",
] as const;
type Action = (typeof ACTIONS)[number];

export const knownAction = (action: string): Action | undefined => ACTIONS.find((known) => known === action);

export type ActivityFilter = {
  actor?: number;
  action?: string;
  target?: string;
  from?: string;
  to?: string;
};

export const activityQuery = (filter: ActivityFilter, page: number) =>
  queryOptions({
    queryKey: ["activity", filter, page],
    queryFn: async ({ signal }) => {
      const said = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const { data, meta } = await call(
        api.GET("/api/activity/", { params: { query: { ...said, page } }, signal }),
      );
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
  });
