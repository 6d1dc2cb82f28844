import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { personQuery, refreshPeople } from "../../api/people";
import type { PersonDetail } from "../../api/types";
import { formatPhone } from "../../lib/phone";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { LeaveGuard } from "../../ui/LeaveGuard";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import styles from "./People.module.css";

const typedOf = ({ full_name, national_id, email, phone_number }: PersonDetail) => ({
  full_name,
  national_id,
  email,
  phone_number: formatPhone(phone_number),
});

/** Mends what was mistyped. Only what was changed is sent. */
export function CorrectPerson({ person }: { person: PersonDetail }) {
  const { t } = useTranslation(["people", "common"]);
  const queries = useQueryClient();
  const saved = typedOf(person);
  const form = useForm({
    initial: saved,
    send: async (values) => {
      const body = Object.fromEntries(
        Object.entries(values).filter(([name, value]) => value !== saved[name as keyof typeof saved]),
      );
      return (await call(api.PATCH("/api/users/{id}/", { params: { path: { id: person.id } }, body }))).data;
    },
    onSent: (mended) => {
      queries.setQueryData(personQuery(person.id).queryKey, mended);
      refreshPeople(queries);
      form.reset(typedOf(mended));
      toast(t("correct.done"));
    },
  });
  const changed = Object.entries(form.values).some(
    ([name, value]) => value !== saved[name as keyof typeof saved],
  );
  return (
    <Card title={t("correct.title")} subtitle={t("correct.text")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextField label={t("field.full_name")} maxLength={100} {...form.field("full_name")} />
        <TextField
          label={t("field.national_id")}
          dir="ltr"
          autoCapitalize="characters"
          {...form.field("national_id")}
        />
        <TextField label={t("field.email")} type="email" dir="ltr" {...form.field("email")} />
        <TextField label={t("field.phone_number")} type="tel" dir="ltr" {...form.field("phone_number")} />
        <FormError error={form.error} />
        <Button type="submit" variant="quiet" busy={form.busy} disabled={!changed}>
          {t("common:act.save")}
        </Button>
      </form>
      <LeaveGuard dirty={changed && !form.busy} />
    </Card>
  );
}
