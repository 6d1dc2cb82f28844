import { queryOptions, useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { allPages } from "../../api/all-pages";
import { api, call } from "../../api/client";
import { useClinic } from "../../api/query";
import type { TimeOff, WorkingHours } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { shortTime, wallClock } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { Facts } from "../../ui/Facts";
import { SkeletonList } from "../../ui/Skeleton";
import styles from "./People.module.css";

const hoursQuery = (id: number) =>
  queryOptions({
    queryKey: ["doctors", id, "working-hours"],
    queryFn: async ({ signal }): Promise<WorkingHours[]> =>
      (await call(api.GET("/api/doctors/{id}/working-hours/", { params: { path: { id } }, signal }))).data,
  });

const timeOffQuery = (id: number) =>
  queryOptions({
    queryKey: ["doctors", id, "time-off"],
    queryFn: ({ signal }): Promise<TimeOff[]> =>
      allPages((query) =>
        call(api.GET("/api/doctors/{id}/time-off/", { params: { path: { id }, query }, signal })),
      ),
  });

/** When a doctor works, and the times off to come. */
export function DoctorWeek({ id }: { id: number }) {
  const { t } = useTranslation("people");
  const { time_zone } = useClinic();
  const { date, time } = useClinicNow();
  const query = useQueries({
    queries: [hoursQuery(id), timeOffQuery(id)],
    combine: ([hours, off]) => ({
      data: hours.data && off.data ? { hours: hours.data, off: off.data } : undefined,
      error: hours.error ?? off.error,
      refetch: () => Promise.all([hours.refetch(), off.refetch()]),
    }),
  });
  const toCome = ({ ends_at }: TimeOff) => {
    const end = wallClock(time_zone, ends_at);
    return `${end.date} ${end.time}` > `${date} ${time}`;
  };
  return (
    <Card title={t("week.title")}>
      <Faces query={query} skeleton={<SkeletonList rows={5} height={28} />}>
        {({ hours, off }) => (
          <div className={styles.form}>
            <Week hours={hours} />
            <TimesOff rows={off.filter(toCome)} />
          </div>
        )}
      </Faces>
      <div className={styles.weekLinks}>
        <ButtonLink to="/people/$id/hours" params={{ id }}>
          {t("week.editHours")}
        </ButtonLink>
        <ButtonLink to="/people/$id/time-off" params={{ id }}>
          {t("week.editOff")}
        </ButtonLink>
      </div>
    </Card>
  );
}

function Week({ hours }: { hours: WorkingHours[] }) {
  const { t } = useTranslation("people");
  const format = useFormat();
  if (hours.length === 0) return <p className={styles.muted}>{t("week.none")}</p>;
  const days = [...new Set(hours.map(({ weekday }) => weekday))].sort();
  return (
    <Facts
      facts={days.map((day) => ({
        label: format.weekday(day),
        value: hours
          .filter(({ weekday }) => weekday === day)
          .map(({ opens, closes }) => `${shortTime(opens)}–${shortTime(closes)}`)
          .join(", "),
      }))}
    />
  );
}

function TimesOff({ rows }: { rows: TimeOff[] }) {
  const { t } = useTranslation("people");
  const format = useFormat();
  const { time_zone } = useClinic();
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t("week.off")}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {format.instant(row.starts_at, time_zone)} – {format.instant(row.ends_at, time_zone)}{" "}
            <bdi className={styles.muted}>{row.reason}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
