import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { zoneLabel } from "../../lib/clinic-format";
import { Faces } from "../../ui/Faces";
import { Page } from "../../ui/Page";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { workingHoursQuery } from "./calendar";
import styles from "./Hours.module.css";
import { NextWeek } from "./NextWeek";
import { VisitLength } from "./VisitLength";
import { WeekEditor } from "./WeekEditor";

export function HoursPage() {
  const { t } = useTranslation(["schedule", "common"]);
  const { time_zone } = useClinic();
  const hours = useQuery(workingHoursQuery);
  return (
    <Page title={t("hours.title")} subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}>
      <div className={styles.columns}>
        <Faces query={hours} skeleton={<WeekSkeleton />}>
          {(saved) => <WeekEditor saved={saved} />}
        </Faces>
        <aside className={styles.aside}>
          <VisitLength />
          <NextWeek />
        </aside>
      </div>
    </Page>
  );
}

function WeekSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton height={620} radius="var(--radius-card)" />
    </SkeletonGroup>
  );
}
