import { useTranslation } from "react-i18next";
import { CheckField } from "../../ui/CheckField";
import { DateField } from "../../ui/TextField";
import { TimeField } from "../../ui/TimeInput";
import type { Form } from "../../ui/useForm";
import styles from "./Block.module.css";
import type { TimeOffForm } from "./time-off";

/** When: hours of one day, or whole days. After a change the visits in the way are looked for again. */
export function BlockTimeFields({ form }: { form: Form<TimeOffForm> }) {
  const { t } = useTranslation("schedule");
  const wholeDays = Boolean(form.values.wholeDays);
  const field = (name: "date" | "until" | "from" | "to") => {
    const { onChange, ...rest } = form.field(name);
    return {
      ...rest,
      onChange: (value: string) => {
        form.setError(null);
        onChange(value);
      },
    };
  };
  return (
    <>
      <CheckField
        label={t("block.wholeDays")}
        checked={wholeDays}
        onChange={(checked) => {
          form.setError(null);
          form.set("wholeDays", checked ? "yes" : "");
        }}
      />
      {wholeDays ? (
        <div className={styles.pair}>
          <DateField label={t("block.firstDay")} required {...field("date")} />
          <DateField label={t("block.lastDay")} min={form.values.date} {...field("until")} />
        </div>
      ) : (
        <>
          <DateField label={t("block.date")} required {...field("date")} />
          <div className={styles.pair}>
            <TimeField label={t("block.from")} required {...field("from")} />
            <TimeField label={t("block.to")} required {...field("to")} />
          </div>
        </>
      )}
    </>
  );
}
