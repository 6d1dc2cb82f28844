import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { renewSession } from "../../api/session";
import type { User } from "../../api/types";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { PasswordField } from "../../ui/PasswordField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import { PasswordRules } from "./PasswordRules";
import styles from "./Profile.module.css";
import { PASSWORD_LENGTH } from "./registration";
import { sessionsQuery } from "./sessions";

const BLANK = { old_password: "", new_password: "" };

export function ProfilePassword({ me }: { me: User }) {
  const { t } = useTranslation("auth");
  const queries = useQueryClient();
  const form = useForm({
    initial: BLANK,
    check: ({ old_password, new_password }) => ({
      old_password: old_password ? undefined : t("check.required"),
      new_password: new_password.length >= PASSWORD_LENGTH ? undefined : t("check.password"),
    }),
    send: async (body) => (await call(api.POST("/api/auth/password/change/", { body }))).data,
    onSent: ({ access }) => {
      renewSession(access);
      form.reset(BLANK);
      void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      toast(t("profile.passwordSaved"));
    },
  });
  return (
    <Card title={t("profile.passwordTitle")} subtitle={t("profile.passwordText")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <PasswordField
          label={t("field.oldPassword")}
          autoComplete="current-password"
          {...form.field("old_password")}
        />
        <PasswordField
          label={t("field.newPassword")}
          autoComplete="new-password"
          maxLength={128}
          {...form.field("new_password")}
        />
        <PasswordRules password={form.values.new_password} person={me} />
        <FormError error={form.error} />
        <Button type="submit" variant="quiet" busy={form.busy}>
          {t("profile.passwordSubmit")}
        </Button>
      </form>
    </Card>
  );
}
