import { useEffect, useId, useRef } from "react";
import { useFormat } from "../i18n/use-format";
import type { PlainDate } from "../lib/clinic-time";
import styles from "./DayStrip.module.css";

export type DayMark = {
  date: PlainDate;
  /** Something is there: open times, visits. Said as `note` to screen readers. */
  marked?: boolean;
  dim?: boolean;
  note?: string;
};

type Props = {
  label: string;
  days: DayMark[];
  value: PlainDate | undefined;
  onChange: (date: PlainDate) => void;
  /** A week that fills the width, with dots; otherwise a strip to swipe. */
  fit?: boolean;
};

/** Days side by side, as radio buttons. A dim day can be chosen too: it says why it has no times. */
export function DayStrip({ label, days, value, onChange, fit }: Props) {
  const name = useId();
  const format = useFormat();
  const chosen = useRef<HTMLLabelElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen day comes into sight whenever it changes.
  useEffect(() => {
    const [day, strip] = [chosen.current, chosen.current?.parentElement];
    if (day && strip)
      strip.scrollLeft = day.offsetLeft - strip.offsetLeft - (strip.clientWidth - day.clientWidth) / 2;
  }, [value]);

  return (
    <fieldset className={`${styles.strip} ${fit ? styles.fit : ""}`}>
      <legend className="heard">{label}</legend>
      {days.map(({ date, marked, dim, note }) => (
        <label
          key={date}
          ref={date === value ? chosen : undefined}
          className={`${styles.day} ${marked ? styles.marked : ""} ${dim ? styles.dim : ""}`}
        >
          <input
            type="radio"
            className="heard"
            name={name}
            checked={date === value}
            onChange={() => onChange(date)}
            aria-label={[format.date(date, "long"), note].filter(Boolean).join(", ")}
          />
          <span className={styles.small}>{format.date(date, "weekdayShort")}</span>
          <span className={styles.number}>{Number(date.slice(8))}</span>
          {fit ? (
            <span className={styles.dot} />
          ) : (
            <span className={styles.small}>{format.date(date, "monthShort")}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
