import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Visit } from "../../api/types";
import { type PlainDate, startOfWeek, type WallTime } from "../../lib/clinic-time";
import { Faces } from "../../ui/Faces";
import { SkeletonList } from "../../ui/Skeleton";
import { weekVisitsQuery } from "./calendar";
import styles from "./Schedule.module.css";
import { VisitRow } from "./VisitRow";
import { waitingVisits } from "./week";

type Props = { now: { date: PlainDate; time: WallTime }; onVisit: (id: number) => void };

/** Today's patients who are still to be seen, whatever week is shown, and the visits that wait for a word on how they went. */
export function UpNext({ now, onVisit }: Props) {
  const { t } = useTranslation("schedule");
  const { time_zone } = useClinic();
  const visits = useQuery(weekVisitsQuery(startOfWeek(now.date)));
  return (
    <Faces query={visits} skeleton={<SkeletonList rows={4} height={72} />}>
      {(rows) => {
        const { next, unfinished } = waitingVisits(rows, now.date, now.time, time_zone);
        return (
          <>
            <Rows
              title={t("upNext")}
              subtitle={next.length > 0 ? t("left", { count: next.length }) : t("noneLeft")}
              visits={next}
              onVisit={onVisit}
            />
            {unfinished.length > 0 && (
              <Rows
                title={t("unfinished")}
                subtitle={t("unfinishedText")}
                visits={unfinished}
                onVisit={onVisit}
              />
            )}
          </>
        );
      }}
    </Faces>
  );
}

function Rows(props: { title: string; subtitle: string; visits: Visit[]; onVisit: (id: number) => void }) {
  return (
    <section>
      <h2 className={styles.railTitle}>{props.title}</h2>
      <p className={styles.railText}>{props.subtitle}</p>
      <ul className={styles.list}>
        {props.visits.map((visit) => (
          <li key={visit.id}>
            <VisitRow visit={visit} quiet onOpen={() => props.onVisit(visit.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
