import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format";
import { CheckField } from "../../ui/CheckField";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { copyDay, type Row, WEEKDAYS } from "./hours-draft";

type Props = { weekday: number; rows: Row[]; onEdit: (rows: Row[]) => void; onClose: () => void };

/** The same hours on other days. They are saved with the week, not before. */
export function CopyDay({ weekday, rows, onEdit, onClose }: Props) {
  const { t } = useTranslation(["schedule", "common"]);
  const format = useFormat();
  const [days, setDays] = useState<number[]>([]);
  return (
    <ConfirmDialog
      title={t("hours.copyTitle", { day: format.weekday(weekday) })}
      confirm={days.length > 0 ? t("hours.copyConfirm", { count: days.length }) : t("hours.copyChoose")}
      onConfirm={() => {
        if (days.length === 0) return;
        onEdit(copyDay(rows, weekday, days));
        onClose();
      }}
      keep={t("common:act.cancel")}
      onClose={onClose}
    >
      <div>
        {WEEKDAYS.filter((day) => day !== weekday).map((day) => (
          <CheckField
            key={day}
            label={format.weekday(day)}
            checked={days.includes(day)}
            onChange={(checked) => setDays(checked ? [...days, day] : days.filter((other) => other !== day))}
          />
        ))}
      </div>
    </ConfirmDialog>
  );
}
