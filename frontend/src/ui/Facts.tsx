import type { ReactNode } from "react";
import styles from "./Facts.module.css";

type Fact = { label: string; value: ReactNode } | false | "" | null | undefined;

/** Labels and values, as in "When: Monday 16 November". Facts that are not there are left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact.label} className={styles.fact}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
