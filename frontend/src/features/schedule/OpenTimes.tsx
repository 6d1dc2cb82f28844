import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { SlotDay } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { zoneLabel } from "../../lib/clinic-format";
import { addDays, addMonths, daysBetween, type PlainDate, type WallTime } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { ErrorState } from "../../ui/ErrorState";
import { MonthPicker } from "../../ui/MonthPicker";
import { SkeletonList } from "../../ui/Skeleton";
import { TimeGroups } from "../../ui/TimeGroups";
import { slotsQuery } from "./calendar";
import styles from "./Drawer.module.css";

type Props = {
  date: PlainDate;
  /** Empty while none is chosen. */
  time: WallTime | "";
  onDate: (date: PlainDate) => void;
  onTime: (time: WallTime | "") => void;
};

/** A day of a month and one of its open times. A chosen time that someone else takes is chosen no more. */
export function OpenTimes({ date, time, onDate, onTime }: Props) {
  const { t } = useTranslation(["schedule", "common"]);
  const format = useFormat();
  const { time_zone, booking_horizon_days } = useClinic();
  const { date: today } = useClinicNow();
  const last = addDays(today, booking_horizon_days);
  const [month, setMonth] = useState(date < today ? today : date);
  const slots = useQuery(slotsQuery(...monthOf(month, today)));
  const known = useQuery(slotsQuery(...monthOf(date, today))).data;
  const day = known?.find((row) => row.date === date);
  const gone = Boolean(time && day && !day.times.includes(time));
  useEffect(() => {
    if (gone) onTime("");
  }, [gone, onTime]);

  return (
    <div className={styles.times}>
      <MonthPicker
        month={month}
        onMonth={setMonth}
        value={date}
        onChange={(next) => {
          onDate(next);
          onTime("");
        }}
        min={today}
        max={last}
        today={today}
        marked={new Set(slots.data?.filter((row) => row.times.length > 0).map((row) => row.date))}
      />
      <section aria-live="polite">
        <h3>{format.date(date, "long")}</h3>
        <p className={styles.small}>{t("common:zone", { zone: zoneLabel(time_zone) })}</p>
        {slots.error && !slots.data ? (
          <ErrorState error={slots.error} onRetry={() => void slots.refetch()} />
        ) : day ? (
          <Times
            day={day}
            time={time}
            onTime={onTime}
            next={slots.data?.find((row) => row.date > date && row.times.length > 0)?.date}
            onDate={onDate}
          />
        ) : (
          <SkeletonList rows={2} height={46} />
        )}
      </section>
    </div>
  );
}

type TimesProps = Props & { day: SlotDay; next: PlainDate | undefined };

/** The day's open times, or why there are none and the next day of the month that has some. */
function Times({ day, time, onTime, next, onDate }: Omit<TimesProps, "date">) {
  const { t } = useTranslation("schedule");
  const format = useFormat();
  if (day.times.length === 0)
    return (
      <>
        <p className={styles.none}>{t(`why.${day.why_none ?? "full"}`, { name: day.closed_name ?? "" })}</p>
        {next && (
          <Button variant="quiet" onClick={() => onDate(next)}>
            {t("nextOpen", { date: format.date(next, "short") })}
          </Button>
        )}
      </>
    );
  return <TimeGroups times={day.times} value={time || undefined} onChange={onTime} />;
}

/** The days of a month that can still be booked. */
function monthOf(month: PlainDate, today: PlainDate): [from: PlainDate, days: number] {
  const first = `${month.slice(0, 7)}-01`;
  const from = first < today && today.startsWith(month.slice(0, 7)) ? today : first;
  return [from, daysBetween(from, addMonths(first, 1))];
}
