import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { useMe } from "../../api/query";
import type { VisitDetail } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { shortTime } from "../../lib/clinic-time";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { TextArea } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useCancel } from "./visit-acts";

/** The one act that asks first, with the visit's time in its button. */
export function CancelVisit({ visit, onClose }: { visit: VisitDetail; onClose: () => void }) {
  const { t } = useTranslation("visits");
  const me = useMe();
  const format = useFormat();
  const [reason, setReason] = useState("");
  const cancel = useCancel(visit.id, () => {
    onClose();
    toast(t("done.cancel"));
  });
  const weekday = format.date(visit.appointment_date, "weekday");
  const time = shortTime(visit.appointment_time);
  const wrong = isRefusal(cancel.error, "invalid") ? cancel.error.fieldErrors.reason : undefined;
  return (
    <ConfirmDialog
      title={t("cancel.title")}
      confirm={t("cancel.confirm", { weekday, time })}
      keep={t("cancel.keep")}
      danger
      busy={cancel.isPending}
      error={wrong ? null : cancel.error}
      onConfirm={() => cancel.mutate(reason.trim())}
      onClose={onClose}
    >
      <p>
        {format.date(visit.appointment_date)}, {time} ·{" "}
        <bdi>{me.role === "patient" ? visit.doctor_name : visit.patient_name}</bdi>
      </p>
      <TextArea
        label={t("cancel.reason")}
        optional
        rows={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={wrong}
      />
    </ConfirmDialog>
  );
}
