import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { LeaveGuard } from "../../ui/LeaveGuard";
import { TextArea } from "../../ui/TextField";
import { useForm } from "../../ui/useForm";
import styles from "./Patients.module.css";
import { useWriteHistory } from "./patient";

type Props = { patient: number; text: string; onDone: (saved: boolean) => void };

/** A new version. What is typed stays, whatever the server says and whatever is loaded meanwhile. */
export function WriteHistory({ patient, text, onDone }: Props) {
  const { t } = useTranslation(["patients", "common"]);
  const write = useWriteHistory(patient);
  const form = useForm({
    initial: { medical_history: text },
    send: ({ medical_history }) => write.mutateAsync(medical_history),
    onSent: () => onDone(true),
  });
  const dirty = form.values.medical_history !== text;
  return (
    <>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextArea label={t("history.title")} labelHidden rows={10} {...form.field("medical_history")} />
        <FormError error={form.error} />
        <div className={styles.buttons}>
          <Button onClick={() => onDone(false)}>{t(dirty ? "history.discard" : "common:act.close")}</Button>
          <Button type="submit" variant="primary" busy={form.busy} disabled={!dirty}>
            {t("common:act.save")}
          </Button>
        </div>
      </form>
      <LeaveGuard dirty={dirty && !write.isSuccess} />
    </>
  );
}
