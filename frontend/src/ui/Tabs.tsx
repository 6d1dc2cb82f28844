import { Link, type LinkProps } from "@tanstack/react-router";
import styles from "./ChipRow.module.css";

type Tab = {
  key: string;
  label: string;
  /** Shown beside the word; left out while unknown. */
  count?: number | undefined;
  /** Tints the count: something waits there. */
  waits?: boolean;
  current: boolean;
  link: Pick<LinkProps, "to" | "params" | "search">;
};

/** Tabs are links: each has its address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className={`${styles.row} ${styles.bare}`}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          {...tab.link}
          className={styles.chip}
          activeOptions={{ exact: true }}
          aria-current={tab.current ? "page" : undefined}
          activeProps={{ "aria-current": tab.current ? "page" : undefined }}
        >
          {tab.label}{" "}
          {tab.count !== undefined && (
            <span className={`${styles.count} ${tab.waits && tab.count ? styles.waiting : ""}`}>
              {tab.count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
