import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { useFormat } from "../../i18n/use-format";
import { daysFrom, type PlainDate, startOfWeek } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { DayStrip } from "../../ui/DayStrip";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconBeach, IconCalendarEvent, IconCalendarOff } from "../../ui/Icons";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { useWeek, type WeekData } from "./calendar";
import styles from "./Schedule.module.css";
import { VisitRow } from "./VisitRow";
import { blocksOf, closedNames, openSpans } from "./week";

type Props = { day: PlainDate; onDay: (day: PlainDate) => void; onVisit: (id: number) => void };

/** Phones: the week as a strip of days, and the agenda of one. */
export function ScheduleDay({ day, onDay, onVisit }: Props) {
  const { t } = useTranslation("schedule");
  const week = useWeek(startOfWeek(day));
  const days = daysFrom(startOfWeek(day), 7).map((date) => {
    const count = week.data?.visits.filter(
      (visit) => visit.appointment_date === date && visit.status !== "cancelled",
    ).length;
    return { date, marked: Boolean(count), note: count === undefined ? "" : t("visits", { count }) };
  });
  return (
    <div className={styles.phone}>
      <DayStrip label={t("week")} days={days} value={day} onChange={onDay} fit />
      <Faces query={week} skeleton={<AgendaSkeleton />}>
        {(data) => <Agenda data={data} day={day} onVisit={onVisit} />}
      </Faces>
    </div>
  );
}

function Agenda({ data, day, onVisit }: { data: WeekData; day: PlainDate; onVisit: (id: number) => void }) {
  const { t } = useTranslation("schedule");
  const format = useFormat();
  const { time_zone } = useClinic();
  const closed = closedNames(data.closedDays);
  const visits = data.visits.filter((visit) => visit.appointment_date === day);
  const hours = openSpans([day], data.hours, closed).map(({ from, to }) => `${from} – ${to}`);
  const blocks = blocksOf(data.timeOff, [day], time_zone, t("away"));
  const rows = [
    ...visits.map((visit) => ({
      at: visit.appointment_time,
      key: visit.id,
      row: <VisitRow visit={visit} onOpen={() => onVisit(visit.id)} />,
    })),
    ...blocks.map(({ id, from, to, label }) => ({
      at: from,
      key: id,
      row: <Away {...{ from, to, label }} />,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <section>
      <h2 className={styles.dayTitle}>{format.date(day, "long")}</h2>
      <p className={styles.railText}>
        {closed[day] !== undefined ? (
          <span className={styles.closed}>
            <IconCalendarOff aria-hidden />
            {t("closed", { name: closed[day] })}
          </span>
        ) : (
          hours.join(", ") || t("notWorking")
        )}
      </p>
      {rows.length > 0 ? (
        <ul className={styles.list}>
          {rows.map(({ key, row }) => (
            <li key={key}>{row}</li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<IconCalendarEvent />}
          title={t("emptyDay")}
          action={data.hours.length === 0 && <ButtonLink to="/hours">{t("setHours")}</ButtonLink>}
        >
          {data.hours.length === 0 ? t("noHours") : t("emptyDayText")}
        </EmptyState>
      )}
    </section>
  );
}

function Away({ from, to, label }: { from: string; to: string; label: string }) {
  return (
    <div className={styles.away}>
      <IconBeach aria-hidden />
      <span>
        {from} – {to}
      </span>
      <bdi>{label}</bdi>
    </div>
  );
}

function AgendaSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton width="60%" height={24} />
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height={72} radius="var(--radius-tile)" />
      ))}
    </SkeletonGroup>
  );
}
