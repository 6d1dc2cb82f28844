import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { allDoctorsQuery } from "../../api/doctors";
import { personQuery } from "../../api/people";
import { useClinic } from "../../api/query";
import { useClinicNow } from "../../api/useClinicNow";
import { useKeyOfIntent } from "../../api/useKeyOfIntent";
import { keepVisit } from "../../api/visits";
import { addDays } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { PersonChoice } from "../../ui/PersonChoice";
import { SelectField } from "../../ui/SelectField";
import { Sheet } from "../../ui/Sheet";
import { DateField, TextArea } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import { useMoment } from "../../ui/useMoment";
import styles from "./Appointments.module.css";
import { BookRefusal } from "./BookRefusal";
import { DayTimes } from "./DayTimes";

type Props = { doctor: number | undefined; patient: number | undefined; onClose: () => void };
type Chosen = { id: number; full_name: string; profile_pic: string; phone_number: string };

/** A visit for a patient who phones in: who, with whom, when, why. */
export function BookForPatient({ doctor: wanted, patient: asked, onClose }: Props) {
  const { t } = useTranslation("appointments");
  const moment = useMoment();
  const queries = useQueryClient();
  const keyOf = useKeyOfIntent();
  const { date: today } = useClinicNow();
  const last = addDays(today, useClinic().booking_horizon_days);
  const doctors = useQuery(allDoctorsQuery).data ?? [];
  const given = useQuery({ ...personQuery(asked ?? 0), enabled: asked !== undefined }).data;
  const [chosen, setChosen] = useState<Chosen | null | undefined>();
  const person = chosen === undefined ? (given ?? null) : chosen;

  const form = useForm({
    initial: {
      patient: "",
      doctor: String(wanted ?? ""),
      appointment_date: today,
      appointment_time: "",
      reason: "",
    },
    check: ({ doctor, appointment_time }) => ({
      ...(!person && { patient: t("book.choosePatient") }),
      ...(!doctor && { doctor: t("book.chooseDoctor") }),
      ...(!appointment_time && { appointment_time: t("book.chooseTime") }),
    }),
    send: async ({ doctor, reason, ...when }) => {
      const body = { ...when, doctor: Number(doctor), patient: person?.id ?? 0, ...(reason && { reason }) };
      const params = { header: { "Idempotency-Key": keyOf(JSON.stringify(body)) } };
      try {
        return (await call(api.POST("/api/appointments/", { params, body }))).data;
      } finally {
        void queries.invalidateQueries({ queryKey: ["slots"] });
      }
    },
    onSent: (visit) => {
      void keepVisit(queries, visit);
      toast(
        t("book.done", {
          name: visit.patient_name,
          when: moment(visit.appointment_date, visit.appointment_time),
        }),
      );
      onClose();
    },
  });
  const { doctor, appointment_date: date, appointment_time: time } = form.values;

  function choosePatient(next: Chosen | null): void {
    setChosen(next);
    form.set("patient", String(next?.id ?? ""));
  }
  /** The doctor's first open day is what is mostly wanted. */
  function chooseDoctor(next: string): void {
    const first = doctors.find(({ id }) => String(id) === next)?.next_open;
    form.set("doctor", next);
    chooseDay(first?.date ?? date);
  }
  function chooseDay(next: string, at = ""): void {
    form.setError(null);
    form.set("appointment_date", next);
    form.set("appointment_time", at);
  }

  return (
    <Sheet title={t("book.open")} onClose={onClose}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <PersonChoice
          label={t("book.patient")}
          among={{ role: "patient", state: "active" }}
          value={person}
          onChange={choosePatient}
          error={form.errors.patient}
        />
        <SelectField
          label={t("doctor")}
          placeholder={t("book.chooseDoctor")}
          options={doctors.map(({ id, full_name, specialization }) => ({
            value: String(id),
            label: `${full_name} · ${specialization}`,
          }))}
          {...form.field("doctor")}
          onChange={chooseDoctor}
        />
        <DateField
          label={t("book.day")}
          min={today}
          max={last}
          {...form.field("appointment_date")}
          onChange={(next) => chooseDay(next)}
        />
        <DayTimes
          doctor={Number(doctor)}
          date={date}
          time={time}
          onTime={(next) => form.set("appointment_time", next)}
          error={form.errors.appointment_time}
        />
        <TextArea label={t("book.reason")} optional rows={2} maxLength={500} {...form.field("reason")} />
        <div className={styles.foot}>
          <BookRefusal error={form.error} onChoose={chooseDay} />
          <Button type="submit" variant="primary" size="main" block busy={form.busy}>
            {time ? t("book.confirm", { when: moment(date, time) }) : t("book.submit")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
