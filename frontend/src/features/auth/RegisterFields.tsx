import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { PasswordField } from "../../ui/PasswordField";
import { DateField, TextField } from "../../ui/TextField";
import type { Form } from "../../ui/useForm";
import styles from "./Auth.module.css";
import { GenderField } from "./GenderField";
import { PasswordRules } from "./PasswordRules";
import { faultsOf, type Typed } from "./registration";

type Props = { form: Form<Typed>; role: Role };

/** What everyone is asked, then what the role needs, the password last. */
export function RegisterFields({ form, role }: Props) {
  const { t } = useTranslation("auth");
  return (
    <>
      <TextField
        label={t("field.fullName")}
        autoComplete="name"
        maxLength={100}
        {...form.field("full_name")}
      />
      <div>
        <TextField
          label={t("field.nationalId")}
          hint={t("field.nationalIdHint")}
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          {...form.field("national_id")}
        />
        <TakenId form={form} role={role} />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t("field.email")}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          {...form.field("email")}
        />
        <TextField
          label={t("field.phone")}
          hint={t("field.phoneHint")}
          type="tel"
          autoComplete="tel"
          dir="ltr"
          {...form.field("phone_number")}
        />
      </div>
      {role === "patient" && <PatientFields form={form} />}
      {role === "doctor" && <DoctorFields form={form} />}
      <PasswordField
        label={t("field.password")}
        autoComplete="new-password"
        maxLength={128}
        {...form.field("password")}
      />
      <PasswordRules password={form.values.password} person={form.values} />
    </>
  );
}

/** A well-formed ID that the server refuses is taken: perhaps by the same person, earlier. */
function TakenId({ form, role }: Props) {
  const { t } = useTranslation("auth");
  if (!form.errors.national_id || faultsOf(form.values, role).national_id) return null;
  return (
    <p className={styles.taken}>
      <Link to="/sign-in">{t("register.taken")}</Link>
    </p>
  );
}

function PatientFields({ form }: { form: Form<Typed> }) {
  const { t } = useTranslation("auth");
  const { date: today } = useClinicNow();
  return (
    <div className={styles.pair}>
      <DateField
        label={t("field.dateOfBirth")}
        autoComplete="bday"
        max={today}
        {...form.field("date_of_birth")}
      />
      <GenderField {...form.field("gender")} />
    </div>
  );
}

function DoctorFields({ form }: { form: Form<Typed> }) {
  const { t } = useTranslation("auth");
  return (
    <div className={styles.pair}>
      <TextField label={t("field.specialization")} maxLength={100} {...form.field("specialization")} />
      <TextField
        label={t("field.licenseNumber")}
        maxLength={50}
        spellCheck={false}
        {...form.field("license_number")}
      />
    </div>
  );
}
