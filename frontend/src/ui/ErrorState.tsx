import { useTranslation } from "react-i18next";
import { ApiError, OfflineError } from "../api/api-error";
import { Button } from "./Button";
import { IconAlertCircle, IconRefresh, IconWifiOff } from "./Icons";
import styles from "./State.module.css";
import { useErrorText } from "./useErrorText";

type Props = { error: unknown; onRetry?: () => void; title?: string };

/** What could not be loaded, why, and the way to try again; with the request's id where the fault is ours. */
export function ErrorState({ error, onRetry, title }: Props) {
  const { t } = useTranslation();
  const say = useErrorText();
  const offline = error instanceof OfflineError;
  const reference = error instanceof ApiError && error.status >= 500 ? error.requestId : null;
  return (
    <div className={styles.state} role="alert">
      <span className={`${styles.icon} ${styles.bad}`} aria-hidden>
        {offline ? <IconWifiOff size={28} /> : <IconAlertCircle size={28} />}
      </span>
      <h2>{title ?? t(offline ? "error.offline.title" : "error.loading")}</h2>
      <p className={styles.text}>{say(error)}</p>
      {reference && <p className={styles.reference}>{t("error.reference", { id: reference })}</p>}
      {onRetry && (
        <div className={styles.action}>
          <Button variant="quiet" icon={<IconRefresh aria-hidden />} onClick={onRetry}>
            {t("act.tryAgain")}
          </Button>
        </div>
      )}
    </div>
  );
}
