import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Doctor } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import type { PlainDate } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import styles from "./ConfirmBar.module.css";

type Props = {
  doctor: Doctor;
  date: PlainDate;
  /** Nothing can be confirmed without it. */
  time: string | undefined;
  act: string;
  busy: boolean;
  onConfirm: () => void;
  /** What stands in the way. */
  refusal?: ReactNode;
  /** The reason, or nothing. */
  children?: ReactNode;
};

/** Always in sight: the time, the doctor and the one button that books. */
export function ConfirmBar({ doctor, date, time, act, busy, onConfirm, refusal, children }: Props) {
  const { t } = useTranslation(["booking", "common"]);
  const format = useFormat();
  return (
    <form
      className={styles.bar}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (time && !busy) onConfirm();
      }}
    >
      {refusal}
      <div className={styles.row}>
        {time ? (
          <p className={styles.what}>
            <strong>{t("common:day.dateAt", { date: format.date(date, "short"), time })}</strong>
            <bdi>{doctor.full_name}</bdi>
          </p>
        ) : (
          <p className={styles.what}>{t("times.choose")}</p>
        )}
        <div className={styles.reason}>{children}</div>
        <Button type="submit" variant="primary" size="main" disabled={!time} busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}
