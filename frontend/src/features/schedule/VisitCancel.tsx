import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { shortTime, weekdayOf } from "../../lib/clinic-time";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { TextArea } from "../../ui/TextField";
import { useCancel } from "./visit";

/** The only act that asks first, with the visit's time in its button. */
export function VisitCancel({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation("schedule");
  const format = useFormat();
  const [reason, setReason] = useState("");
  const cancel = useCancel(visit.id);
  const weekday = format.weekday(weekdayOf(visit.appointment_date));
  return (
    <ConfirmDialog
      title={t("cancel.title")}
      confirm={t("cancel.confirm", { weekday, time: shortTime(visit.appointment_time) })}
      keep={t("cancel.keep")}
      danger
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t("cancel.text", { name: visit.patient_name })}</p>
      <TextArea label={t("cancel.reason")} optional value={reason} maxLength={500} onChange={setReason} />
    </ConfirmDialog>
  );
}
