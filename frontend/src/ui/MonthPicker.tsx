import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format";
import { addDays, addMonths, daysFrom, monthGrid, type PlainDate } from "../lib/clinic-time";
import { IconChevronLeft, IconChevronRight } from "./Icons";
import styles from "./MonthPicker.module.css";

type Props = {
  /** Any day of the month that is shown. */
  month: PlainDate;
  onMonth: (month: PlainDate) => void;
  value: PlainDate | undefined;
  onChange: (date: PlainDate) => void;
  /** First and last day that can be chosen. */
  min: PlainDate;
  max: PlainDate;
  today: PlainDate;
  /** Days with open times. */
  marked: ReadonlySet<PlainDate>;
};

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month of buttons; the arrow keys walk through its days. */
export function MonthPicker({ month, onMonth, value, onChange, min, max, today, marked }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const inMonth = (date: PlainDate) => date.slice(0, 7) === month.slice(0, 7);
  const first = `${month.slice(0, 7)}-01`;
  const entry =
    [value, today].find((date) => date && inMonth(date) && date >= min) ?? (first < min ? min : first);

  function walk(event: KeyboardEvent, date: PlainDate): void {
    const step = STEPS[event.key];
    const next = step && addDays(date, step);
    if (!next || next < min || next > max) return;
    event.preventDefault();
    if (!inMonth(next)) onMonth(next);
    setTimeout(() => table.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus());
  }

  const step = (months: number, label: string, possible: boolean, Icon: typeof IconChevronLeft) => (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      disabled={!possible}
      onClick={() => onMonth(addMonths(first, months))}
    >
      <Icon size={20} aria-hidden />
    </button>
  );

  return (
    <div>
      <div className={styles.head}>
        {step(-1, t("calendar.earlier"), first > min, IconChevronLeft)}
        <span aria-live="polite">{format.date(first, "month")}</span>
        {step(1, t("calendar.later"), addMonths(first, 1) <= max, IconChevronRight)}
      </div>
      <table ref={table} className={styles.grid}>
        <caption className="heard">{t("calendar.openDays")}</caption>
        <thead>
          <tr>
            {daysFrom("2024-01-01", 7).map((day) => (
              <th key={day} scope="col">
                <span className="heard">{format.date(day, "weekday")}</span>
                <span aria-hidden>{format.date(day, "weekdayNarrow")}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(first).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, weekday) => (
                <td key={date ?? `empty-${weekday}`}>
                  {date && (
                    <button
                      type="button"
                      data-date={date}
                      className={`${styles.day} ${marked.has(date) ? styles.marked : ""} ${date === today ? styles.today : ""}`}
                      aria-label={`${format.date(date, "long")}, ${t(marked.has(date) ? "calendar.hasTimes" : "calendar.noTimes")}`}
                      aria-pressed={date === value}
                      aria-current={date === today ? "date" : undefined}
                      disabled={date < min || date > max}
                      tabIndex={date === entry ? 0 : -1}
                      onClick={() => onChange(date)}
                      onKeyDown={(event) => walk(event, date)}
                    >
                      {Number(date.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
