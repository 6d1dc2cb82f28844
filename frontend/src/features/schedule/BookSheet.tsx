import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { patientQuery } from "../../api/patients";
import { useMe } from "../../api/query";
import type { User } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { useKeyOfIntent } from "../../api/useKeyOfIntent";
import { useFormat } from "../../i18n/use-format";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { Sheet } from "../../ui/Sheet";
import { TextArea } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import styles from "./Drawer.module.css";
import { OpenTimes } from "./OpenTimes";
import { PatientChoice } from "./PatientChoice";

type Props = {
  /** Who comes from a patient's page is booking for that patient. */
  patient: number | null;
  day: string | undefined;
  onClose: () => void;
  onBooked: (date: string) => void;
};

/** A visit with oneself, booked on a patient's behalf. */
export function BookSheet({ patient, day, onClose, onBooked }: Props) {
  const { t } = useTranslation("schedule");
  const format = useFormat();
  const me = useMe();
  const now = useClinicNow();
  const queries = useQueryClient();
  const keyOf = useKeyOfIntent();
  // The patient's page has been read just now, so this is no new reading.
  const given = useQuery({ ...patientQuery(patient ?? 0), enabled: patient !== null }).data;
  const [chosen, setChosen] = useState<User | null | undefined>();
  const person = chosen === undefined ? given : chosen;
  const [date, setDate] = useState(day && day > now.date ? day : now.date);

  const form = useForm({
    initial: { patient: "", time: "", reason: "" },
    check: () => ({ patient: person ? undefined : t("book.choosePatient") }),
    send: async ({ time: appointment_time, reason }) => {
      const body = {
        doctor: me.id,
        patient: person?.id ?? 0,
        appointment_date: date,
        appointment_time,
        ...(reason && { reason }),
      };
      const params = { header: { "Idempotency-Key": keyOf(JSON.stringify(body)) } };
      try {
        return (await call(api.POST("/api/appointments/", { params, body }))).data;
      } finally {
        void queries.invalidateQueries({ queryKey: ["slots"] });
      }
    },
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ["appointments"] });
      toast(t("book.done", { name: person?.full_name ?? "", when }));
      onBooked(date);
    },
  });
  function choose(next: User | null): void {
    setChosen(next);
    form.set("patient", String(next?.id ?? ""));
  }
  const time = form.values.time;
  const when = `${format.date(date, "short")}, ${time}`;

  return (
    <Sheet title={t("book.open")} onClose={onClose}>
      <form className={styles.body} onSubmit={form.submit} noValidate>
        <PatientChoice value={person ?? null} onChange={choose} error={form.errors.patient} />
        <OpenTimes date={date} time={time} onDate={setDate} onTime={(next) => form.set("time", next)} />
        <TextArea label={t("reason")} optional maxLength={500} {...form.field("reason")} />
        <div className={styles.foot}>
          <FormError error={form.error} />
          <Button type="submit" variant="primary" size="main" block busy={form.busy} disabled={!time}>
            {time ? t("book.confirm", { when }) : t("chooseTime")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
