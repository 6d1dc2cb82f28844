import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { clinicQuery, useClinic } from "../../api/query";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { CheckField } from "../../ui/CheckField";
import { FormError } from "../../ui/FormError";
import { IconCheck } from "../../ui/Icons";
import { LeaveGuard } from "../../ui/LeaveGuard";
import { TextField } from "../../ui/TextField";
import { useForm } from "../../ui/useForm";
import styles from "./Clinic.module.css";
import { changesOf, RULES, TWO_STEP_ROLES, type Typed, typedOf } from "./settings";

const ZONES = Intl.supportedValuesOf("timeZone");

/** What the clinic is called, where it is, and the rules of its bookings. One Save for all of it. */
export function ClinicSettings() {
  const { t } = useTranslation(["clinic", "common"]);
  const queries = useQueryClient();
  const saved = typedOf(useClinic());
  const form = useForm({
    initial: saved,
    check: (typed) => notNumbers(typed, t("setting.number")),
    send: async (typed) => {
      const body = changesOf(typed, saved);
      return (await call(api.PATCH("/api/clinic/", { body }))).data;
    },
    onSent: (clinic) => {
      queries.setQueryData(clinicQuery.queryKey, clinic);
      form.reset(typedOf(clinic));
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "clinic" });
    },
  });
  const changed = Object.keys(changesOf(form.values, saved)).length > 0;
  const text = (name: Exclude<keyof Typed, "show_pictures" | "doctor" | "admin">) => ({
    label: t(`setting.${name}.label`),
    hint: t(`setting.${name}.hint`),
    ...form.field(name),
  });
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Card title={t("about")} className={styles.fields}>
        <TextField {...text("name")} maxLength={100} />
        <TextField {...text("phone_number")} type="tel" dir="ltr" optional />
        <TextField {...text("email")} type="email" dir="ltr" optional />
        <TextField {...text("address")} maxLength={300} optional />
        <TextField {...text("country")} maxLength={2} autoCapitalize="characters" dir="ltr" />
        <TextField {...text("time_zone")} list="clinic-zones" dir="ltr" autoCapitalize="none" />
        <datalist id="clinic-zones">
          {ZONES.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <CheckField
          label={t("setting.show_pictures")}
          checked={Boolean(form.values.show_pictures)}
          onChange={(on) => form.set("show_pictures", on ? "yes" : "")}
        />
      </Card>
      <Card title={t("rules")} className={styles.fields}>
        {RULES.map((rule) => (
          <TextField key={rule} {...text(rule)} inputMode="numeric" />
        ))}
      </Card>
      <Card title={t("twoStep.title")} subtitle={t("twoStep.text")} className={styles.fields}>
        {TWO_STEP_ROLES.map((role) => (
          <CheckField
            key={role}
            label={t(`twoStep.${role}`)}
            checked={Boolean(form.values[role])}
            onChange={(on) => form.set(role, on ? "yes" : "")}
          />
        ))}
      </Card>
      <div className={styles.foot}>
        <FormError error={form.error} />
        <div className={styles.save}>
          <Button type="submit" variant="primary" busy={form.busy} disabled={!changed}>
            {t("common:act.save")}
          </Button>
          <span role="status" className={styles.state}>
            {changed ? t("unsaved") : <Saved text={t("saved")} />}
          </span>
        </div>
      </div>
      <LeaveGuard dirty={changed && !form.busy} />
    </form>
  );
}

function Saved({ text }: { text: string }) {
  return (
    <>
      <IconCheck size={18} aria-hidden />
      {text}
    </>
  );
}

/** The server takes whole numbers only, and says itself which are too small or too large. */
function notNumbers(typed: Typed, sentence: string): Partial<Record<keyof Typed, string>> {
  const wrong = RULES.filter((rule) => !/^\d{1,6}$/.test(typed[rule]));
  return Object.fromEntries(wrong.map((rule) => [rule, sentence]));
}
