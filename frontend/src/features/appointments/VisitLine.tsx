import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { shortTime } from "../../lib/clinic-time";
import { VisitStatusPill } from "../../ui/StatusPill";
import styles from "./Appointments.module.css";

/** One visit of the whole clinic's list; the line leads to it. */
export function VisitLine({ visit }: { visit: Visit }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const date = format.date(visit.appointment_date, "year");
  return (
    <li className={styles.item}>
      <Link to="/visits/$id" params={{ id: visit.id }} className={styles.line}>
        <span className={styles.when}>
          {t("day.dateAt", { date, time: shortTime(visit.appointment_time) })}
        </span>
        <bdi className={styles.patient}>{visit.patient_name}</bdi>
        <span className={styles.doctor}>
          <bdi>{visit.doctor_name}</bdi> · {visit.specialization}
        </span>
        <span className={styles.status}>
          <VisitStatusPill visit={visit} />
        </span>
      </Link>
    </li>
  );
}
