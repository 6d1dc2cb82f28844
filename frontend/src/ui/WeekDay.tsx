import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format";
import { minutesOf, type PlainDate, type WallTime } from "../lib/clinic-time";
import { IconBeach, IconCheck, IconDoorEnter, IconUserX, IconX } from "./Icons";
import type { VisitLook } from "./StatusPill";
import { useSpan } from "./useSpan";
import type { CalendarBlock, CalendarEvent } from "./WeekCalendar";
import styles from "./WeekCalendar.module.css";
import { endOf, placeEvents, type Span } from "./week-layout";

const ICONS: Partial<Record<VisitLook, typeof IconCheck>> = {
  arrived: IconDoorEnter,
  completed: IconCheck,
  no_show: IconUserX,
  cancelled: IconX,
};

const TWO_LINES = 30;

type Props = {
  date: PlainDate;
  now: { date: PlainDate; time: WallTime };
  nowTop: string | null;
  fromHour: number;
  toHour: number;
  events: CalendarEvent[];
  open: Span[];
  blocks: CalendarBlock[];
  onOpen: (id: number) => void;
  onSelectSpan?: (span: Span) => void;
};

/** One column of the week. */
export function WeekDay({
  date,
  now,
  nowTop,
  fromHour,
  toHour,
  events,
  open,
  blocks,
  onOpen,
  onSelectSpan,
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const select = useSpan({ date, fromHour, toHour, onSelectSpan });
  const mine = <S extends Span>(spans: S[]) => spans.filter((span) => span.date === date);

  function area(span: Pick<Span, "from" | "to">): CSSProperties {
    const start = Math.max(minutesOf(span.from), fromHour * 60);
    const end = Math.min(endOf(span), toHour * 60);
    const hours = (minutes: number) => `calc(${minutes / 60} * var(--hour))`;
    return { top: hours(start - fromHour * 60), height: hours(Math.max(0, end - start)) };
  }

  return (
    <div className={`${styles.day} ${onSelectSpan ? styles.selectable : ""}`} {...select.handlers}>
      {mine(open).map((span) => (
        <span key={span.from} className={styles.open} style={area(span)} />
      ))}
      <span className={styles.lines} />
      {mine(blocks).map((block) => (
        <div key={block.id} className={styles.block} style={area(block)}>
          <IconBeach aria-hidden />
          {block.label}
        </div>
      ))}
      {select.span && (
        <div className={styles.span} style={area(select.span)}>
          {select.span.from} – {select.span.to}
        </div>
      )}
      {placeEvents(mine(events)).map(({ event, lane, lanes }) => {
        const Icon = ICONS[event.look];
        return (
          <button
            key={event.id}
            type="button"
            className={`${styles.event} ${styles[event.look]}`}
            style={
              {
                ...area(event),
                "--tall": area(event).height,
                "--lane": lane,
                "--lanes": lanes,
              } as CSSProperties
            }
            onClick={() => onOpen(event.id)}
          >
            <span className="heard">{format.date(date, "long")}</span>{" "}
            <span className={styles.line}>
              {event.from} <bdi className={styles.title}>{event.title}</bdi>
              {Icon && <Icon aria-hidden />}
            </span>{" "}
            {event.subtitle && endOf(event) - minutesOf(event.from) >= TWO_LINES && (
              <>
                <span className={styles.subtitle}>{event.subtitle}</span>{" "}
              </>
            )}
            <span className="heard">{t(`status.${event.look}`)}</span>
          </button>
        );
      })}
      {nowTop && (
        <span
          className={`${styles.now} ${date === now.date ? styles.nowToday : ""}`}
          style={{ top: nowTop }}
        />
      )}
    </div>
  );
}
