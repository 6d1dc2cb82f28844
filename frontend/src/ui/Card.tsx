import { type ReactNode, useId } from "react";
import styles from "./Card.module.css";

type Props = {
  title?: ReactNode;
  subtitle?: ReactNode;
  /** At the end of the title's line. */
  actions?: ReactNode;
  /** False for lists and tables that run to the edge. */
  padded?: boolean;
  className?: string | undefined;
  children: ReactNode;
};

/** A sheet of paper with, at most, one heading. */
export function Card({ title, subtitle, actions, padded = true, className, children }: Props) {
  const id = useId();
  return (
    <section
      className={`${styles.card} ${padded ? styles.padded : ""} ${className ?? ""}`}
      aria-labelledby={title ? id : undefined}
    >
      {(title || actions) && (
        <div className={styles.head}>
          <div>
            {title && <h2 id={id}>{title}</h2>}
            {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
