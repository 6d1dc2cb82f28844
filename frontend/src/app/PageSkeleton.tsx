import styles from "../ui/Page.module.css";
import { Skeleton, SkeletonGroup, SkeletonList } from "../ui/Skeleton";

/** Between two pages, when the next takes longer than a blink. */
export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <SkeletonGroup>
          <Skeleton width={220} height={32} />
        </SkeletonGroup>
      </div>
      <SkeletonList />
    </div>
  );
}
