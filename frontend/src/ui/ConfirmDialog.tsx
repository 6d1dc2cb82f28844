import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { FormError } from "./FormError";
import styles from "./Sheet.module.css";
import { useModal } from "./useModal";

type Props = {
  title: ReactNode;
  /** Says what happens: "Cancel Monday 14:20", never "OK". */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  /** The word for leaving things as they are. */
  keep?: string;
  busy?: boolean;
  danger?: boolean;
  error?: unknown;
  children?: ReactNode;
};

/** Asks before what cannot be undone. Render it only while it is open. */
export function ConfirmDialog(props: Props) {
  const { title, confirm, onConfirm, onClose, keep, busy, danger, error, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const modal = useModal(onClose);
  return (
    <dialog {...modal} className={styles.dialog} aria-labelledby={id}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onConfirm();
        }}
      >
        <h2 id={id}>{title}</h2>
        <div className={styles.text}>
          {children}
          <FormError error={error} />
        </div>
        <div className={styles.actions}>
          <Button onClick={onClose}>{keep ?? t("act.keep")}</Button>
          <Button type="submit" variant={danger ? "dangerFilled" : "primary"} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
