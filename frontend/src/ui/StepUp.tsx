import { useTranslation } from "react-i18next";
import { api, call } from "../api/client";
import { Button } from "./Button";
import { CodeField } from "./CodeField";
import { FormError } from "./FormError";
import { Sheet } from "./Sheet";
import styles from "./StepUp.module.css";
import { useForm } from "./useForm";

type Props = { onShown: () => void; onClose: () => void };

/** Asks for a code once more, and then goes on with what it was asked for. */
export function StepUp({ onShown, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initial: { code: "" },
    send: (body) => call(api.POST("/api/auth/step-up/", { body })),
    onSent: onShown,
  });
  return (
    <Sheet title={t("stepUp.title")} onClose={onClose}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <p>{t("stepUp.text")}</p>
        <CodeField {...form.field("code")} focus />
        <FormError error={form.error} />
        <Button type="submit" variant="primary" busy={form.busy}>
          {t("stepUp.confirm")}
        </Button>
      </form>
    </Sheet>
  );
}
