import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { useClinic } from "../../api/query";
import type { TimeOff } from "../../api/types";
import { zoneLabel } from "../../lib/clinic-format";
import { readTime } from "../../lib/wall-time";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { Sheet } from "../../ui/Sheet";
import { TextField } from "../../ui/TextField";
import { TouchedVisits } from "../../ui/TouchedVisits";
import { useForm } from "../../ui/useForm";
import { BlockTimeFields } from "./BlockTimeFields";
import styles from "./Drawer.module.css";
import { atTheFields, spanOf, type TimeOffForm, takeTimeOff, useRefreshSchedule } from "./time-off";
import { useWhose } from "./whose";

type Props = {
  date: string;
  from?: string;
  to?: string;
  /** `undoable` unless visits were cancelled: they would not come back with the time. */
  onBlocked: (made: TimeOff, undoable: boolean) => void;
  onClose: () => void;
};

/** Time off by form. Visits in the way are shown first, with the choice what becomes of them. */
export function BlockTimeSheet({ date, from = "", to = "", onBlocked, onClose }: Props) {
  const { t } = useTranslation(["schedule", "common"]);
  const { time_zone } = useClinic();
  const whose = useWhose();
  const refresh = useRefreshSchedule();
  const cancelVisits = useRef<boolean | undefined>(undefined);

  const form = useForm<TimeOffForm, TimeOff>({
    initial: { date, until: date, from, to, wholeDays: "", reason: "" },
    check: (values) =>
      faultsOf(values, {
        required: t("block.required"),
        time: t("block.time"),
        backwards: t("block.backwards"),
      }),
    send: async (values) => {
      const choice = cancelVisits.current;
      const body = { ...spanOf(values, time_zone), reason: values.reason };
      try {
        return await takeTimeOff(
          whose,
          choice === undefined ? body : { ...body, cancel_appointments: choice },
        );
      } catch (error) {
        throw atTheFields(error, Boolean(values.wholeDays));
      }
    },
    onSent: (made) => {
      refresh();
      onClose();
      onBlocked(made, !cancelVisits.current);
    },
  });
  const touched = isRefusal(form.error, "would_cancel_appointments") ? form.error : null;

  function choose(cancel: boolean | undefined): void {
    cancelVisits.current = cancel;
    void form.submit();
  }

  return (
    <Sheet title={t("block.open")} onClose={onClose}>
      <form
        className={styles.body}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          choose(undefined);
        }}
      >
        <p className={styles.small}>{t("common:zone", { zone: zoneLabel(time_zone) })}</p>
        <BlockTimeFields form={form} />
        <TextField
          label={t("block.reason")}
          hint={t("block.reasonHint")}
          optional
          maxLength={500}
          {...form.field("reason")}
        />
        {touched ? (
          <TouchedVisits refusal={touched} busy={form.busy} onChoose={choose} />
        ) : (
          <FormError error={form.error} />
        )}
        {!touched && (
          <Button type="submit" variant="primary" size="main" block busy={form.busy}>
            {t("block.open")}
          </Button>
        )}
      </form>
    </Sheet>
  );
}

/** What can be said before asking the server. */
function faultsOf(
  { date, until, from, to, wholeDays }: TimeOffForm,
  words: { required: string; time: string; backwards: string },
): Partial<Record<keyof TimeOffForm, string>> {
  if (wholeDays)
    return {
      ...(!date && { date: words.required }),
      ...(until && until < date && { until: words.backwards }),
    };
  return {
    ...(!date && { date: words.required }),
    ...(!readTime(from) && { from: words.time }),
    ...(!readTime(to) ? { to: words.time } : to <= from && { to: words.backwards }),
  };
}
