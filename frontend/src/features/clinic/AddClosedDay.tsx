import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { useFormat } from "../../i18n/use-format";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { IconPlus } from "../../ui/Icons";
import { DateField, TextField } from "../../ui/TextField";
import { TouchedVisits } from "../../ui/TouchedVisits";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import type { Offer } from "../../ui/useUndo";
import styles from "./Clinic.module.css";
import { closeDay, openDay, refreshDays } from "./closed-days";

const EMPTY = { date: "", name: "" };

/** Closes a day. Visits in the way are shown first, with the choice what becomes of them. */
export function AddClosedDay({ today, offer }: { today: string; offer: Offer }) {
  const { t } = useTranslation("clinic");
  const format = useFormat();
  const queries = useQueryClient();
  const refresh = () => refreshDays(queries);
  const cancelVisits = useRef<boolean | undefined>(undefined);
  const form = useForm({
    initial: EMPTY,
    check: ({ date, name }) => ({
      ...(!date && { date: t("closed.chooseDate") }),
      ...(!name.trim() && { name: t("closed.writeName") }),
    }),
    send: (day) => closeDay(day, cancelVisits.current),
    onSent: (made) => {
      refresh();
      form.reset(EMPTY);
      const text = t("closed.added", { date: format.date(made.date, "full") });
      // Cancelled visits would not come back with the day.
      if (cancelVisits.current) toast(text);
      else offer(text, () => openDay(made.id).finally(refresh));
    },
  });
  const touched = isRefusal(form.error, "would_cancel_appointments") ? form.error : null;

  function choose(cancel: boolean | undefined): void {
    cancelVisits.current = cancel;
    void form.submit();
  }

  /** Another day has other visits. */
  function setDate(date: string): void {
    form.setError(null);
    form.set("date", date);
  }

  return (
    <form
      className={styles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        choose(undefined);
      }}
    >
      <div className={styles.add}>
        <DateField label={t("closed.date")} min={today} {...form.field("date")} onChange={setDate} />
        <TextField label={t("closed.name")} maxLength={100} {...form.field("name")} />
      </div>
      {touched ? (
        <TouchedVisits refusal={touched} busy={form.busy} onChoose={choose} />
      ) : (
        <>
          <FormError error={form.error} />
          <Button type="submit" variant="quiet" icon={<IconPlus aria-hidden />} busy={form.busy}>
            {t("closed.add")}
          </Button>
        </>
      )}
    </form>
  );
}
