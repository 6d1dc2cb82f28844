import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format";
import { Button } from "../../ui/Button";
import { IconCopy, IconPlus } from "../../ui/Icons";
import styles from "./Hours.module.css";
import { HoursRow } from "./HoursRow";
import { addRow, type Row, type RowErrors } from "./hours-draft";

type Props = {
  weekday: number;
  rows: Row[];
  errors: RowErrors;
  onEdit: (rows: Row[]) => void;
  onCopy: () => void;
};

/** One weekday with its intervals. */
export function DayHours({ weekday, rows, errors, onEdit, onCopy }: Props) {
  const { t } = useTranslation("schedule");
  const day = useFormat().weekday(weekday);
  const mine = rows.filter((row) => row.weekday === weekday);
  return (
    <fieldset className={styles.day}>
      <legend className={styles.legend}>{day}</legend>
      <div className={styles.rows}>
        {mine.length === 0 && <p className={styles.off}>{t("notWorking")}</p>}
        {mine.map((row, index) => (
          <HoursRow
            key={row.key}
            row={row}
            name={`${day} ${index + 1}`}
            error={errors[row.key]}
            onChange={(next) => onEdit(rows.map((other) => (other.key === row.key ? next : other)))}
            onRemove={() => onEdit(rows.filter((other) => other.key !== row.key))}
          />
        ))}
      </div>
      <div className={styles.tools}>
        <Button
          variant="plain"
          icon={<IconPlus aria-hidden />}
          aria-label={t("hours.add", { day })}
          title={t("hours.add", { day })}
          onClick={() => onEdit(addRow(rows, weekday))}
        />
        <Button
          variant="plain"
          icon={<IconCopy aria-hidden />}
          aria-label={t("hours.copy", { day })}
          title={t("hours.copy", { day })}
          disabled={mine.length === 0}
          onClick={onCopy}
        />
      </div>
    </fieldset>
  );
}
