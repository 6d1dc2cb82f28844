import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Activity } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { isPlainDate } from "../../lib/clinic-time";
import styles from "./Activity.module.css";
import { ActivityTarget } from "./ActivityTarget";
import { knownAction } from "./activity";
import { FIELD_NAMES, isField } from "./changed-fields";

/** One entry: who did what, on what, and when. An act without a sentence is shown as the log has it. */
export function ActivityRow({ entry }: { entry: Activity }) {
  const { t } = useTranslation("activity");
  const format = useFormat();
  const { time_zone } = useClinic();
  const known = knownAction(entry.action);
  const who = entry.actor_name || (entry.actor ? t("person", { id: entry.actor }) : t("someone"));
  const onSelf = entry.target === `user:${entry.actor}`;
  const more = useDetails(entry.details);
  return (
    <li className={styles.row}>
      <p className={styles.sentence}>
        <bdi className={styles.who}>{who}</bdi> {known ? t(`did.${known}`) : <code>{entry.action}</code>}
      </p>
      <p className={styles.more}>
        {!onSelf && <ActivityTarget target={entry.target} />}
        {more && <span>{more}</span>}
        {!known && <code>{entry.target}</code>}
        {entry.address && <span dir="ltr">{entry.address}</span>}
      </p>
      <time className={styles.when} dateTime={entry.at}>
        {format.instant(entry.at, time_zone)}
      </time>
    </li>
  );
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** The details that say something to people: times, days, and which fields. */
function useDetails(details: Activity["details"]): string {
  const { t } = useTranslation(["activity", "people", "clinic", "auth"]);
  const format = useFormat();
  const { time_zone } = useClinic();
  const { from, to, starts_at, ends_at, date, fields } = details;
  const moments = [from, to, starts_at, ends_at]
    .filter(isText)
    .filter((text) => !Number.isNaN(Date.parse(text)))
    .map((instant) => format.instant(instant, time_zone));
  const names = Array.isArray(fields) ? fields.filter(isField).map((name) => t(FIELD_NAMES[name])) : [];
  return [moments.join(" → "), isPlainDate(date) ? format.date(date, "full") : "", names.join(", ")]
    .filter(Boolean)
    .join(" · ");
}
