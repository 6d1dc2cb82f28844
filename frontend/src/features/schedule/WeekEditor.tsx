import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkingHours } from "../../api/types";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { LeaveGuard } from "../../ui/LeaveGuard";
import { Notice } from "../../ui/Notice";
import { TouchedVisits } from "../../ui/TouchedVisits";
import { CopyDay } from "./CopyDay";
import { DayHours } from "./DayHours";
import styles from "./Hours.module.css";
import { newRow, WEEKDAYS } from "./hours-draft";
import { useHours } from "./useHours";

/** The whole week, saved at once: all of it or nothing. */
export function WeekEditor({ saved }: { saved: WorkingHours[] }) {
  const { t } = useTranslation(["schedule", "common"]);
  const hours = useHours(saved);
  const [copied, setCopied] = useState<number | null>(null);
  const usualWeek = () => hours.edit([1, 2, 3, 4, 5].map((weekday) => newRow(weekday, "08:00", "17:00")));
  return (
    <>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          hours.save();
        }}
      >
        {hours.rows.length === 0 && (
          <Notice title={t("hours.none")} actions={<Button onClick={usualWeek}>{t("hours.usual")}</Button>}>
            {t("hours.noneText")}
          </Notice>
        )}
        <Card padded={false}>
          {WEEKDAYS.map((weekday) => (
            <DayHours
              key={weekday}
              weekday={weekday}
              rows={hours.rows}
              errors={hours.errors}
              onEdit={hours.edit}
              onCopy={() => setCopied(weekday)}
            />
          ))}
        </Card>
        <div className={styles.foot}>
          <FormError error={hours.error} />
          {hours.touched && (
            <TouchedVisits refusal={hours.touched} busy={hours.saving} onChoose={hours.save} />
          )}
          {hours.saved && <Notice tone="ok">{t("hours.saved")}</Notice>}
          {hours.changed && (
            <div className={styles.bar}>
              <span role="status">{t("hours.unsaved")}</span>
              <Button onClick={hours.discard}>{t("hours.discard")}</Button>
              {!hours.touched && (
                <Button type="submit" variant="primary" busy={hours.saving}>
                  {t("common:act.save")}
                </Button>
              )}
            </div>
          )}
        </div>
      </form>
      <LeaveGuard dirty={hours.changed} />
      {copied && (
        <CopyDay weekday={copied} rows={hours.rows} onEdit={hours.edit} onClose={() => setCopied(null)} />
      )}
    </>
  );
}
