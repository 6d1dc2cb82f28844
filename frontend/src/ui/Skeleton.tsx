import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Skeleton.module.css";

type Shape = { width?: number | string; height?: number | string; radius?: number | string };

/** One grey shape, of the size of what is to come. */
export function Skeleton({ width = "100%", height = 20, radius }: Shape) {
  return <span className={styles.shape} style={{ width, height, borderRadius: radius }} />;
}

/** Says "Loading" once, whatever shapes it holds. */
export function SkeletonGroup({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.group} role="status" aria-busy="true">
      <span className="heard">{t("loading")}</span>
      {children}
    </div>
  );
}

/** A list to come: `rows` cards of `height` pixels. */
export function SkeletonList({ rows = 4, height = 96 }: { rows?: number; height?: number }) {
  return (
    <SkeletonGroup>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={height} radius="var(--radius-card)" />
      ))}
    </SkeletonGroup>
  );
}
