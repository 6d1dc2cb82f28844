import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PlainDate, WallTime } from "../../lib/clinic-time";
import { ErrorState } from "../../ui/ErrorState";
import { IconAlertCircle } from "../../ui/Icons";
import { SkeletonList } from "../../ui/Skeleton";
import { TimeGroups } from "../../ui/TimeGroups";
import styles from "./Appointments.module.css";
import { dayTimesQuery } from "./all-visits";

type Props = {
  doctor: number;
  date: PlainDate;
  /** Empty while none is chosen. */
  time: WallTime | "";
  onTime: (time: WallTime | "") => void;
  error: string | undefined;
};

/** The open times of the day, or why there are none. A chosen time that someone else takes is chosen no more. */
export function DayTimes({ doctor, date, time, onTime, error }: Props) {
  const { t } = useTranslation("appointments");
  const query = useQuery(dayTimesQuery(doctor, date));
  const day = query.data;
  const gone = Boolean(time && day && day.date === date && !day.times.includes(time));
  useEffect(() => {
    if (gone) onTime("");
  }, [gone, onTime]);

  if (!doctor || !date) return null;
  return (
    <section aria-live="polite" aria-label={t("book.times")}>
      {query.error && !day && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading && <SkeletonList rows={2} height={46} />}
      {day && day.times.length === 0 && (
        <p className={styles.muted}>{t(`why.${day.why_none ?? "full"}`, { name: day.closed_name ?? "" })}</p>
      )}
      {day && day.times.length > 0 && (
        <TimeGroups times={day.times} value={time || undefined} onChange={onTime} />
      )}
      {error && (
        <p className={styles.error} role="alert">
          <IconAlertCircle aria-hidden />
          {error}
        </p>
      )}
    </section>
  );
}
