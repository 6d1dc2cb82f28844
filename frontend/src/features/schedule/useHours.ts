import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { api, call } from "../../api/client";
import type { WorkingHours } from "../../api/types";
import { workingHoursQuery } from "./calendar";
import { errorsByRow, faultsOf, hoursOf, type Row, type RowErrors, rowsOf, sameHours } from "./hours-draft";
import { useRefreshSchedule } from "./time-off";
import { useWhose } from "./whose";

type Sent = { rows: Row[]; cancel: boolean | undefined };

/** The week as it is being edited: saved hours until something is typed, then the draft until it is saved. */
export function useHours(saved: WorkingHours[]) {
  const { t } = useTranslation("schedule");
  const queries = useQueryClient();
  const whose = useWhose();
  const refresh = useRefreshSchedule();
  const [draft, setDraft] = useState<Row[] | null>(null);
  const [checked, setChecked] = useState(false);
  const rows = draft ?? rowsOf(saved);
  const changed = draft !== null && !sameHours(draft, rowsOf(saved));

  const save = useMutation({
    mutationFn: async ({ rows: sent, cancel }: Sent) => {
      const query = cancel === undefined ? {} : { cancel_appointments: cancel };
      const params = { path: { id: whose }, query };
      return (await call(api.PUT("/api/doctors/{id}/working-hours/", { params, body: hoursOf(sent) }))).data;
    },
    onSuccess: (hours) => {
      queries.setQueryData(workingHoursQuery(whose).queryKey, hours);
      setDraft(null);
      setChecked(false);
      refresh();
    },
  });

  const faults = faultsOf(rows);
  const said: RowErrors = checked
    ? Object.fromEntries(Object.entries(faults).map(([key, fault]) => [key, t(`hours.fault.${fault}`)]))
    : {};
  const refused = isRefusal(save.error, "invalid")
    ? errorsByRow(save.variables?.rows ?? [], save.error.data)
    : {};
  const placed = Object.keys(refused).length > 0;

  return {
    rows,
    changed,
    saving: save.isPending,
    saved: save.isSuccess && !changed,
    errors: { ...refused, ...said },
    /** Visits in the way of the new hours. */
    touched: isRefusal(save.error, "would_cancel_appointments") ? save.error : null,
    error: placed || isRefusal(save.error, "would_cancel_appointments") ? null : save.error,
    edit(next: Row[]): void {
      setDraft(next);
      save.reset();
    },
    discard(): void {
      setDraft(null);
      setChecked(false);
      save.reset();
    },
    save(cancel?: boolean): void {
      setChecked(true);
      if (Object.keys(faults).length === 0 && !save.isPending) save.mutate({ rows, cancel });
    },
  };
}
