import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Doctor, SlotDay } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { addDays, type PlainDate } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { type DayMark, DayStrip } from "../../ui/DayStrip";
import { IconCalendarMonth } from "../../ui/Icons";
import { MonthPicker } from "../../ui/MonthPicker";
import { useWide } from "../../ui/useWide";
import { hasTimes, monthSpan, useOpenDays } from "./open-times";
import styles from "./SlotPicker.module.css";

type Props = {
  doctor: Doctor;
  date: PlainDate;
  /** The days of the strip; unmarked until they are known. */
  days: SlotDay[];
  onChange: (date: PlainDate) => void;
};

/** Three weeks to swipe, or a month: always on desktops, on request on phones. */
export function DayChoice({ doctor, date, days, onChange }: Props) {
  const { t } = useTranslation("booking");
  const wide = useWide();
  const id = useId();
  const [asked, setAsked] = useState(false);
  const asMonth = wide || asked;
  return (
    <section aria-labelledby={id}>
      <div className={styles.line}>
        <h3 id={id}>{t("day.choose")}</h3>
        {!wide && (
          <Button
            variant="plain"
            className={styles.swap ?? ""}
            icon={<IconCalendarMonth aria-hidden />}
            aria-pressed={asked}
            onClick={() => setAsked(!asked)}
          >
            {t(asked ? "day.fewer" : "day.month")}
          </Button>
        )}
      </div>
      {asMonth ? (
        <Month key={date.slice(0, 7)} doctor={doctor} date={date} onChange={onChange} />
      ) : (
        <Strip date={date} days={days} onChange={onChange} />
      )}
    </section>
  );
}

function Strip({ date, days, onChange }: Omit<Props, "doctor">) {
  const { t } = useTranslation(["booking", "common"]);
  const marks = days.map((day): DayMark => {
    if (hasTimes(day))
      return { date: day.date, marked: true, note: t("common:times", { count: day.times.length }) };
    return day.why_none
      ? { date: day.date, dim: true, note: t("common:calendar.noTimes") }
      : { date: day.date };
  });
  return <DayStrip label={t("day.choose")} days={marks} value={date} onChange={onChange} />;
}

function Month({ doctor, date, onChange }: Omit<Props, "days">) {
  const { booking_horizon_days: horizon } = useClinic();
  const { date: today } = useClinicNow();
  const [month, setMonth] = useState(date);
  return (
    <MonthPicker
      month={month}
      onMonth={setMonth}
      value={date}
      onChange={onChange}
      min={today}
      max={addDays(today, horizon)}
      today={today}
      marked={useOpenDays(doctor.id, monthSpan(month, today))}
    />
  );
}
