import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { refreshPeople } from "../../api/people";
import { useClinic } from "../../api/query";
import type { PersonDetail } from "../../api/types";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { CheckField } from "../../ui/CheckField";
import { FormError } from "../../ui/FormError";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import styles from "./People.module.css";

/** A doctor's specialization, license, visit length, and whether patients can book. */
export function DoctorPractice({ person }: { person: PersonDetail }) {
  const { t } = useTranslation(["people", "common"]);
  const queries = useQueryClient();
  const clinic = useClinic();
  const profile = person.doctor_profile;
  const form = useForm({
    initial: {
      specialization: profile?.specialization ?? "",
      license_number: profile?.license_number ?? "",
      slot_minutes: String(profile?.slot_minutes ?? ""),
      availability: profile?.availability ? "yes" : "",
    },
    check: ({ slot_minutes }) => ({
      slot_minutes: /^\d{0,3}$/.test(slot_minutes.trim()) ? undefined : t("practice.number"),
    }),
    send: async ({ specialization, license_number, slot_minutes, availability }) => {
      const body = {
        specialization,
        license_number,
        slot_minutes: slot_minutes.trim() ? Number(slot_minutes) : null,
        availability: Boolean(availability),
      };
      return (await call(api.PATCH("/api/doctors/{id}/", { params: { path: { id: person.id } }, body })))
        .data;
    },
    onSent: () => {
      refreshPeople(queries);
      toast(t("practice.done"));
    },
  });
  return (
    <Card title={t("practice.title")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextField label={t("field.specialization")} maxLength={100} {...form.field("specialization")} />
        <TextField label={t("field.license_number")} maxLength={40} {...form.field("license_number")} />
        <TextField
          label={t("practice.length")}
          hint={t("practice.lengthHint", { length: t("common:minutes", { count: clinic.slot_minutes }) })}
          inputMode="numeric"
          optional
          {...form.field("slot_minutes")}
        />
        <CheckField
          label={t("practice.available")}
          checked={Boolean(form.values.availability)}
          onChange={(on) => form.set("availability", on ? "yes" : "")}
        />
        <FormError error={form.error} />
        <Button type="submit" variant="quiet" busy={form.busy}>
          {t("common:act.save")}
        </Button>
      </form>
    </Card>
  );
}
