import type { ReactNode } from "react";
import styles from "./Pill.module.css";

export type Tone = "neutral" | "ok" | "warn" | "bad" | "info" | "new";

/** A status in a word, with or without an icon; the colour only underlines it. */
export function Pill({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.pill} ${styles[tone]}`}>
      {icon}
      {children}
    </span>
  );
}
