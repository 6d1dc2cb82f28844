import type { ReactNode } from "react";
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from "./Icons";
import styles from "./Notice.module.css";

type Props = {
  tone?: "info" | "ok" | "warn" | "bad";
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

/** A sentence where the person looks. Refusals (`bad`, `warn`) are read out at once. */
export function Notice({ tone = "info", title, children, actions }: Props) {
  const Icon = tone === "ok" ? IconCircleCheck : tone === "info" ? IconInfoCircle : IconAlertCircle;
  const urgent = tone === "bad" || tone === "warn";
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={urgent ? "alert" : "status"}>
      <Icon aria-hidden />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
