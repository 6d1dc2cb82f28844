import { type CSSProperties, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format";
import { minutesOf, type PlainDate, timeAt, type WallTime } from "../lib/clinic-time";
import type { VisitLook } from "./StatusPill";
import styles from "./WeekCalendar.module.css";
import { WeekDay } from "./WeekDay";
import type { Span } from "./week-layout";

export type CalendarEvent = Span & { id: number; title: string; subtitle?: string; look: VisitLook };
export type CalendarBlock = Span & { id: string; label: string };

type Props = {
  label: string;
  days: PlainDate[];
  /** The clinic's clock. */
  now: { date: PlainDate; time: WallTime };
  /** First and last hour that are shown. */
  fromHour: number;
  toHour: number;
  events: CalendarEvent[];
  /** Working hours: light; the rest of the day is shaded. */
  open: Span[];
  /** Time off: hatched, with its reason. */
  blocks: CalendarBlock[];
  /** Closed days by date, with their names. */
  closed?: Record<PlainDate, string>;
  onOpen: (id: number) => void;
  /** Dragging over free time with a mouse tells the span. Offer a form as well: it cannot be done by keyboard. */
  onSelectSpan?: (span: Span) => void;
};

/** A week on a grid of hours. Each event is a button; day by day, in time's order. */
export function WeekCalendar(props: Props) {
  const { label, days, now, fromHour, toHour, closed = {} } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const frame = useRef<HTMLElement>(null);
  const hours = Array.from({ length: toHour - fromHour }, (_, index) => fromHour + index);
  const top = (time: WallTime) => `calc(${(minutesOf(time) - fromHour * 60) / 60} * var(--hour))`;
  const minutes = minutesOf(now.time);
  const nowShown = days.includes(now.date) && minutes >= fromHour * 60 && minutes <= toHour * 60;

  useStartAtNow(frame, nowShown ? minutes / 60 - fromHour : null);

  return (
    <section
      ref={frame}
      className={styles.calendar}
      aria-label={label}
      style={{ "--days": days.length, "--height": `calc(${hours.length} * var(--hour))` } as CSSProperties}
    >
      <div className={styles.head}>
        <span />
        {days.map((date) => (
          <div key={date} className={styles.name} aria-current={date === now.date ? "date" : undefined}>
            <span>
              {format.date(date, "weekdayShort")}{" "}
              <span className={date === now.date ? styles.today : undefined}>{Number(date.slice(8))}</span>
            </span>
            {closed[date] !== undefined && <small>{closed[date] || t("calendar.closed")}</small>}
          </div>
        ))}
      </div>
      <div className={styles.body}>
        <div className={styles.hours}>
          {hours.map((hour) => (
            <span
              key={hour}
              hidden={nowShown && isBehind(hour, minutes)}
              className={styles.hour}
              style={{ top: top(timeAt(hour * 60)) }}
            >
              {timeAt(hour * 60)}
            </span>
          ))}
          {nowShown && (
            <span className={styles.nowTime} style={{ top: top(now.time) }}>
              <span className="heard">{t("calendar.now", { time: "" })}</span>
              {now.time}
            </span>
          )}
        </div>
        {days.map((date) => (
          <WeekDay key={date} {...props} date={date} nowTop={nowShown ? top(now.time) : null} />
        ))}
      </div>
    </section>
  );
}

/** Whether an hour's figures, which stand ten minutes below its line, would show through the clock's. */
const isBehind = (hour: number, minutes: number): boolean => Math.abs(hour * 60 + 10 - minutes) < 15;

const LOOK_BACK_HOURS = 2;

/** The grid opens where the day is, not at its first hour. */
function useStartAtNow(frame: { current: HTMLElement | null }, hours: number | null): void {
  const done = useRef(false);
  useEffect(() => {
    const grid = frame.current;
    if (done.current || hours === null || !grid) return;
    done.current = true;
    const hour = Number.parseFloat(getComputedStyle(grid).getPropertyValue("--hour")) || 0;
    grid.scrollTop = Math.max(0, Math.floor(hours - LOOK_BACK_HOURS) * hour);
  }, [frame, hours]);
}
