import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { daysFrom, type PlainDate, type WallTime } from "../../lib/clinic-time";
import { Faces } from "../../ui/Faces";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { WeekCalendar } from "../../ui/WeekCalendar";
import type { Span } from "../../ui/week-layout";
import { useWeek, type WeekData } from "./calendar";
import styles from "./Schedule.module.css";
import { UpNext } from "./UpNext";
import { blocksOf, closedNames, eventsOf, hourRange, openSpans, within } from "./week";

type Props = {
  monday: PlainDate;
  now: { date: PlainDate; time: WallTime };
  /** Above what comes next. */
  aside: ReactNode;
  onVisit: (id: number) => void;
  onSpan: (span: Span) => void;
};

/** Desktops: the week on a grid, and beside it who comes next. */
export function ScheduleWeek({ monday, now, aside, onVisit, onSpan }: Props) {
  const week = useWeek(monday);
  return (
    <div className={styles.columns}>
      <Faces query={week} skeleton={<GridSkeleton />}>
        {(data) => <Grid data={data} monday={monday} now={now} onVisit={onVisit} onSpan={onSpan} />}
      </Faces>
      <aside className={styles.rail}>
        {aside}
        <UpNext now={now} onVisit={onVisit} />
      </aside>
    </div>
  );
}

function Grid({ data, monday, now, onVisit, onSpan }: Omit<Props, "aside"> & { data: WeekData }) {
  const { t } = useTranslation("schedule");
  const { time_zone } = useClinic();
  const days = daysFrom(monday, 7);
  const closed = closedNames(data.closedDays);
  const events = eventsOf(data.visits, time_zone);
  const open = openSpans(days, data.hours, closed);
  const range = hourRange([...openSpans(days, data.hours, {}), ...events]);
  return (
    <WeekCalendar
      label={t("week")}
      days={days}
      now={now}
      {...range}
      events={events}
      open={open}
      blocks={within(blocksOf(data.timeOff, days, time_zone, t("away")), range)}
      closed={closed}
      onOpen={onVisit}
      onSelectSpan={onSpan}
    />
  );
}

function GridSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton height="calc(100dvh - 180px)" radius="var(--radius-card)" />
    </SkeletonGroup>
  );
}
