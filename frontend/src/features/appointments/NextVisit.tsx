import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { addDays, shortTime } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Monogram } from "../../ui/Monogram";
import { VisitStatusPill } from "../../ui/StatusPill";
import styles from "./NextVisit.module.css";

/** The visit a patient most likely came for. */
export function NextVisit({ visit }: { visit: Visit }) {
  const { t } = useTranslation(["visits", "common"]);
  const { date: today } = useClinicNow();
  const format = useFormat();
  const date = visit.appointment_date;
  const near = date === today ? "today" : date === addDays(today, 1) ? "tomorrow" : null;
  return (
    <Card title={t("next")} actions={<VisitStatusPill visit={visit} />}>
      <p className={styles.time}>{shortTime(visit.appointment_time)}</p>
      <p className={styles.date}>
        {near && <strong>{t(`common:day.${near}`)} · </strong>}
        {format.date(date)}
      </p>
      <div className={styles.doctor}>
        <Monogram name={visit.doctor_name} />
        <p>
          <bdi className={styles.name}>{visit.doctor_name}</bdi>
          <span className={styles.kind}>{visit.specialization}</span>
        </p>
      </div>
      {visit.reason && <p className={styles.reason}>{visit.reason}</p>}
      <ButtonLink to="/visits/$id" params={{ id: visit.id }} variant="quiet" block>
        {t(visit.can.length > 0 ? "changeOrCancel" : "details")}
      </ButtonLink>
    </Card>
  );
}
