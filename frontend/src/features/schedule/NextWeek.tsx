import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/query";
import type { SlotDay } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { addDays, startOfWeek } from "../../lib/clinic-time";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { Notice } from "../../ui/Notice";
import { SkeletonList } from "../../ui/Skeleton";
import { slotsQuery } from "./calendar";
import styles from "./Hours.module.css";
import { useWhose } from "./whose";

/** The saved hours as patients meet them next week: open times, or why there are none. */
export function NextWeek() {
  const { t } = useTranslation("schedule");
  const { date } = useClinicNow();
  const available = useMe().doctor_profile?.availability;
  const slots = useQuery(slotsQuery(addDays(startOfWeek(date), 7), 7, useWhose()));
  return (
    <Card title={t("next.title")} subtitle={t("next.text")}>
      {available === false && <Notice tone="info">{t("available.no")}</Notice>}
      <Faces query={slots} skeleton={<SkeletonList rows={7} height={44} />}>
        {(days) => (
          <ul className={styles.preview}>
            {days.map((day) => (
              <PreviewDay key={day.date} day={day} />
            ))}
          </ul>
        )}
      </Faces>
    </Card>
  );
}

function PreviewDay({ day }: { day: SlotDay }) {
  const { t } = useTranslation(["schedule", "common"]);
  const format = useFormat();
  const [first, last] = [day.times[0], day.times.at(-1)];
  return (
    <li className={styles.previewDay}>
      <span>{format.date(day.date, "short")}</span>
      {first ? (
        <span>
          <strong>{t("common:times", { count: day.times.length })}</strong>{" "}
          <small>{first === last ? first : `${first} – ${last}`}</small>
        </span>
      ) : (
        <small>{t(`why.${day.why_none ?? "full"}`, { name: day.closed_name ?? "" })}</small>
      )}
    </li>
  );
}
