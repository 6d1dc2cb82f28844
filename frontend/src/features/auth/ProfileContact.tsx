import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { meQuery } from "../../api/query";
import type { User } from "../../api/types";
import { formatPhone } from "../../lib/phone";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { PasswordField } from "../../ui/PasswordField";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import styles from "./Profile.module.css";

/** Where messages go: changed only with the password. */
export function ProfileContact({ me }: { me: User }) {
  const { t } = useTranslation(["auth", "common"]);
  const queries = useQueryClient();
  const form = useForm({
    initial: { email: me.email, phone_number: formatPhone(me.phone_number), password: "" },
    check: ({ password }) => ({ password: password ? undefined : t("check.required") }),
    send: async (body) => (await call(api.PATCH("/api/auth/me/", { body }))).data,
    onSent: (user) => {
      queries.setQueryData(meQuery.queryKey, user);
      form.reset({ email: user.email, phone_number: formatPhone(user.phone_number), password: "" });
      toast(t("profile.contactSaved"));
    },
  });
  const changed = form.values.email !== me.email || form.values.phone_number !== formatPhone(me.phone_number);
  return (
    <Card title={t("profile.contact")} subtitle={t("profile.contactText")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextField
          label={t("field.email")}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          {...form.field("email")}
        />
        <TextField
          label={t("field.phone")}
          type="tel"
          autoComplete="tel"
          dir="ltr"
          {...form.field("phone_number")}
        />
        <PasswordField
          label={t("field.password")}
          autoComplete="current-password"
          {...form.field("password")}
        />
        <FormError error={form.error} />
        <Button type="submit" variant="quiet" busy={form.busy} disabled={!changed}>
          {t("common:act.save")}
        </Button>
      </form>
    </Card>
  );
}
