import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { TimeOff } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import type { PlainDate, WallTime } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { IconBeach } from "../../ui/Icons";
import styles from "./TimeOff.module.css";
import { readSpan, type useGiveBack } from "./time-off";

type Props = {
  /** The latest first, as the server has them. */
  rows: TimeOff[];
  now: { date: PlainDate; time: WallTime };
  giveBack: ReturnType<typeof useGiveBack>;
  onGiveBack: (row: TimeOff) => void;
};

/** What is to come, the next first, then what is past. */
export function TimeOffList({ rows, now, ...rest }: Props) {
  const { t } = useTranslation("schedule");
  const { time_zone } = useClinic();
  const clock = `${now.date} ${now.time}`;
  const past = (row: TimeOff) => {
    const { until, to } = readSpan(row, time_zone);
    return `${until} ${to}` <= clock;
  };
  const coming = rows.filter((row) => !past(row)).reverse();
  const gone = rows.filter(past);
  return (
    <>
      {coming.length > 0 && <Rows title={t("timeOff.coming")} rows={coming} {...rest} />}
      {gone.length > 0 && <Rows title={t("timeOff.past")} rows={gone} />}
    </>
  );
}

function Rows({ title, rows, giveBack, onGiveBack }: { title: string; rows: TimeOff[] } & Partial<Props>) {
  const { t } = useTranslation("schedule");
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <IconBeach aria-hidden />
            <div className={styles.text}>
              <When row={row} />
              <bdi className={styles.reason}>{row.reason || t("timeOff.noReason")}</bdi>
            </div>
            {giveBack && onGiveBack && (
              <Button
                variant="quiet"
                busy={giveBack.isPending && giveBack.variables === row.id}
                onClick={() => onGiveBack(row)}
              >
                {t("timeOff.giveBack")}
              </Button>
            )}
            {giveBack?.error && giveBack.variables === row.id && (
              <div className={styles.error}>
                <FormError error={giveBack.error} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function When({ row }: { row: TimeOff }) {
  const { t } = useTranslation("schedule");
  const format = useFormat();
  const { time_zone } = useClinic();
  const { date, from, until, to, wholeDays } = readSpan(row, time_zone);
  const [first, last] = [format.date(date, "short"), format.date(until, "short")];
  if (wholeDays)
    return (
      <strong>
        {date === until ? first : `${first} – ${last}`} <small>{t("timeOff.wholeDay")}</small>
      </strong>
    );
  return (
    <strong>{date === until ? `${first}, ${from} – ${to}` : `${first}, ${from} – ${last}, ${to}`}</strong>
  );
}
