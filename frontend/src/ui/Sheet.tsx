import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { IconX } from "./Icons";
import styles from "./Sheet.module.css";
import { useModal } from "./useModal";

type Props = { title: ReactNode; onClose: () => void; children: ReactNode };

/** Details over a page: at the side on desktops, from below on phones. Render it only while it is open. */
export function Sheet({ title, onClose, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const modal = useModal(onClose);
  return (
    <dialog {...modal} className={styles.sheet} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles.close} aria-label={t("act.close")} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}
