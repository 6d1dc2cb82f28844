import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { IconAlertCircle, IconX } from "../../ui/Icons";
import { TimeInput } from "../../ui/TimeInput";
import styles from "./Hours.module.css";
import type { Row } from "./hours-draft";

type Props = {
  row: Row;
  /** The day and which of its intervals, for screen readers. */
  name: string;
  error: string | undefined;
  onChange: (row: Row) => void;
  onRemove: () => void;
};

/** One interval; what is wrong with it stands beneath it. */
export function HoursRow({ row, name, error, onChange, onRemove }: Props) {
  const { t } = useTranslation("schedule");
  const id = useId();
  const time = (end: "opens" | "closes") => (
    <TimeInput
      className={styles.time}
      aria-label={t(`hours.${end}`, { day: name })}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? id : undefined}
      value={row[end]}
      onChange={(value) => onChange({ ...row, [end]: value })}
    />
  );
  return (
    <div className={styles.row}>
      {time("opens")}
      <span aria-hidden>–</span>
      {time("closes")}
      <Button
        variant="plain"
        icon={<IconX aria-hidden />}
        aria-label={t("hours.remove", { day: name })}
        onClick={onRemove}
      />
      {error && (
        <p id={id} className={styles.error} role="alert">
          <IconAlertCircle aria-hidden />
          {error}
        </p>
      )}
    </div>
  );
}
