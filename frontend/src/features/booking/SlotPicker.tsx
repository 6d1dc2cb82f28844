import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Doctor, SlotDay } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { zoneLabel } from "../../lib/clinic-format";
import { daysFrom, type PlainDate } from "../../lib/clinic-time";
import { Faces } from "../../ui/Faces";
import { Notice } from "../../ui/Notice";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { TimeGroups } from "../../ui/TimeGroups";
import { DayChoice } from "./DayChoice";
import { NoTimes } from "./NoTimes";
import { type Choice, hasTimes, type Slots } from "./open-times";
import styles from "./SlotPicker.module.css";

type Props = { doctor: Doctor; slots: Slots; onChoose: (choice: Choice) => void };

/** A doctor's days and the open times of one of them, for a booking as for a change. */
export function SlotPicker({ doctor, slots, onChoose }: Props) {
  const { t } = useTranslation(["booking", "common"]);
  const { time_zone } = useClinic();
  const format = useFormat();
  const id = useId();
  const { query, span, date } = slots;
  const days = query.data ?? daysFrom(span.from, span.days).map(unknown);
  return (
    <div className={styles.picker}>
      <DayChoice doctor={doctor} date={date} days={days} onChange={(day) => onChoose({ date: day })} />
      <section aria-labelledby={id}>
        <h3 id={id}>{t("times.on", { date: format.date(date) })}</h3>
        <p className={styles.zone}>{t("common:zone", { zone: zoneLabel(time_zone) })}</p>
        <div className={styles.times}>
          <Faces query={query} skeleton={<TimesSkeleton />}>
            {(known) => <Times {...{ doctor, slots, days: known, onChoose }} />}
          </Faces>
        </div>
      </section>
    </div>
  );
}

function Times({ doctor, slots, days, onChoose }: Props & { days: SlotDay[] }) {
  const { t } = useTranslation("booking");
  const { date, day, time, gone } = slots;
  if (!day) return null;
  return (
    <>
      {gone && <Notice tone="warn">{t("times.gone", { time: gone })}</Notice>}
      {hasTimes(day) ? (
        <TimeGroups times={day.times} value={time} onChange={(chosen) => onChoose({ date, time: chosen })} />
      ) : (
        <NoTimes doctor={doctor} day={day} days={days} onDay={(next) => onChoose({ date: next })} />
      )}
    </>
  );
}

const unknown = (date: PlainDate): SlotDay => ({ date, times: [], why_none: null, closed_name: null });

function TimesSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton width={140} height={24} />
      <Skeleton height={100} />
      <Skeleton width={140} height={24} />
      <Skeleton height={100} />
    </SkeletonGroup>
  );
}
