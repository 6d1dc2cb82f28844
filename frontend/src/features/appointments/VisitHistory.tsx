import { useTranslation } from "react-i18next";
import { useClinic, useMe } from "../../api/query";
import type { VisitDetail } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import styles from "./VisitPage.module.css";

/** What happened to a visit, oldest first, in sentences. */
export function VisitHistory({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation(["visits", "common"]);
  const { time_zone: zone } = useClinic();
  const me = useMe();
  const format = useFormat();
  const say = (moment: { date: string; time: string } | null) =>
    moment && t("common:day.dateAt", { date: format.date(moment.date, "short"), time: moment.time });
  if (visit.history.length === 0) return <p className={styles.muted}>{t("history.none")}</p>;
  return (
    <ol className={styles.history}>
      {visit.history.map((event) => (
        <li key={event.at + event.act} className={styles.event}>
          {t(`history.${event.act}`, { from: say(event.from), to: say(event.to) })}
          <span className={styles.muted}>
            {event.by === me.id ? t("you") : <bdi>{event.by_name || t("history.nobody")}</bdi>} ·{" "}
            {format.instant(event.at, zone)}
          </span>
        </li>
      ))}
    </ol>
  );
}
