import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { shortTime } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { VisitStatusPill } from "../../ui/StatusPill";
import styles from "./VisitRow.module.css";

/** One line of a patient's visits; a past one can be booked again with the same doctor. */
export function VisitRow({ visit, past }: { visit: Visit; past?: boolean }) {
  const { t } = useTranslation(["visits", "common"]);
  const format = useFormat();
  const date = format.date(visit.appointment_date, past ? "year" : "short");
  const when = t("common:day.dateAt", { date, time: shortTime(visit.appointment_time) });
  return (
    <li className={styles.row}>
      <Link to="/visits/$id" params={{ id: visit.id }} className={styles.link}>
        <span className={styles.when}>{when}</span>
        <span className={styles.who}>
          <bdi>{visit.doctor_name}</bdi> · {visit.specialization}
        </span>
      </Link>
      <span className={styles.end}>
        <VisitStatusPill visit={visit} />
        {past && (
          <ButtonLink
            to="/book/$doctorId"
            params={{ doctorId: visit.doctor }}
            variant="plain"
            aria-label={t("againWith", { doctor: visit.doctor_name })}
          >
            {t("again")}
          </ButtonLink>
        )}
      </span>
    </li>
  );
}
