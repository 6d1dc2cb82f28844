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
import { useWhose } from "./whose";

export function HoursPage() {
  const { t } = useTranslation(["schedule", "common"]);
  const { time_zone } = useClinic();
  return (
    <Page title={t("hours.title")} subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}>
      <Hours />
    </Page>
  );
}

/** The week as it is kept, beside what patients will see of it. */
export function Hours() {
  const whose = useWhose();
  const hours = useQuery(workingHoursQuery(whose));
  return (
    <div className={styles.columns}>
      <Faces query={hours} skeleton={<WeekSkeleton />}>
        {(saved) => <WeekEditor saved={saved} />}
      </Faces>
      <aside className={styles.aside}>
        {whose === "me" && <VisitLength />}
        <NextWeek />
      </aside>
    </div>
  );
}

function WeekSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton height={620} radius="var(--radius-card)" />
    </SkeletonGroup>
  );
}
