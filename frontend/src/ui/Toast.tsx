import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { IconCircleCheck, IconX } from "./Icons";
import styles from "./Toast.module.css";
import { hideToast, useToast } from "./toast";

const WITHOUT_UNDO = 5_000;
/** As long as the act itself can still be withdrawn quietly. */
const WITH_UNDO = 30_000;

/** The one place where a success is told. */
export function Toast() {
  const { t } = useTranslation();
  const message = useToast();
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(hideToast, message.undo ? WITH_UNDO : WITHOUT_UNDO);
    return () => clearTimeout(timer);
  }, [message]);

  return (
    <div className={styles.place} role="status">
      {message && (
        <div key={message.id} className={styles.toast}>
          <IconCircleCheck aria-hidden />
          <p className={styles.text}>{message.text}</p>
          {message.undo && (
            <Button
              variant="plain"
              onClick={() => {
                hideToast();
                message.undo?.();
              }}
            >
              {t("act.undo")}
            </Button>
          )}
          <button type="button" className={styles.close} aria-label={t("act.close")} onClick={hideToast}>
            <IconX size={18} aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
