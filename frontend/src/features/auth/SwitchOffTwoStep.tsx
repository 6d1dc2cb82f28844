import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { twoStepQuery } from "../../api/query";
import { Button } from "../../ui/Button";
import { CodeField } from "../../ui/CodeField";
import { FormError } from "../../ui/FormError";
import { PasswordField } from "../../ui/PasswordField";
import { Sheet } from "../../ui/Sheet";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import { sessionsQuery } from "./sessions";
import styles from "./TwoStep.module.css";
import { switchOffTwoStep } from "./two-step";

/** Back to the password alone, by who knows it and can show a code. */
export function SwitchOffTwoStep({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("auth");
  const queries = useQueryClient();
  const form = useForm({
    initial: { password: "", code: "" },
    check: ({ password, code }) => ({
      password: password ? undefined : t("check.required"),
      code: code.trim() ? undefined : t("check.required"),
    }),
    send: switchOffTwoStep,
    onSent: () => {
      for (const { queryKey } of [twoStepQuery, sessionsQuery]) void queries.invalidateQueries({ queryKey });
      toast(t("twoStep.offNow"));
      onClose();
    },
  });
  return (
    <Sheet title={t("twoStep.switchOff")} onClose={onClose}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <p>{t("twoStep.offText")}</p>
        <PasswordField
          label={t("field.password")}
          autoComplete="current-password"
          {...form.field("password")}
        />
        <CodeField {...form.field("code")} />
        <FormError error={form.error} />
        <Button type="submit" variant="dangerFilled" busy={form.busy}>
          {t("twoStep.switchOff")}
        </Button>
      </form>
    </Sheet>
  );
}
