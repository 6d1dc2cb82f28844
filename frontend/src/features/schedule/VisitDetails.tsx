import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { patientContactQuery } from "../../api/patients";
import { useClinic } from "../../api/query";
import type { Visit } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { shortTime } from "../../lib/clinic-time";
import { Facts } from "../../ui/Facts";
import { Monogram } from "../../ui/Monogram";
import { Notice } from "../../ui/Notice";
import { PhoneLink } from "../../ui/PhoneLink";
import { VisitStatusPill } from "../../ui/StatusPill";
import styles from "./Drawer.module.css";
import { HistoryPreview } from "./HistoryPreview";
import { VisitActs } from "./VisitActs";
import { endTime } from "./week";

type Props = { visit: Visit; moved: boolean; onMove: () => void };

export function VisitDetails({ visit, moved, onMove }: Props) {
  const { t } = useTranslation(["schedule", "common"]);
  const format = useFormat();
  const { time_zone } = useClinic();
  const contact = useQuery(patientContactQuery(visit.patient, visit.patient_name)).data;
  const profile = contact?.patient_profile;
  const cancelledBy = visit.cancelled_by && t(`common:role.${visit.cancelled_by.role}`);
  return (
    <div className={styles.body}>
      <div className={styles.top}>
        <Monogram name={visit.patient_name} picture={contact?.profile_pic ?? ""} size={52} />
        <div className={styles.pills} role="status">
          <VisitStatusPill visit={visit} />
          {profile && (
            <span className={styles.muted}>
              {t("age", { count: profile.age })} · {t(`common:gender.${profile.gender}`)}
            </span>
          )}
        </div>
      </div>
      {moved && visit.status === "scheduled" && <Notice tone="ok">{t("move.done")}</Notice>}
      <Facts
        facts={[
          {
            label: t("when"),
            value: (
              <>
                {format.date(visit.appointment_date, "long")}
                <br />
                {shortTime(visit.appointment_time)} – {endTime(visit, time_zone)}
              </>
            ),
          },
          visit.reason && { label: t("reason"), value: <bdi className={styles.text}>{visit.reason}</bdi> },
          contact && { label: t("phone"), value: <PhoneLink number={contact.phone_number} /> },
          cancelledBy && { label: t("cancelledBy"), value: cancelledBy },
          visit.cancel_reason && {
            label: t("cancelReason"),
            value: <bdi className={styles.text}>{visit.cancel_reason}</bdi>,
          },
        ]}
      />
      <VisitActs visit={visit} onMove={onMove} />
      <HistoryPreview patient={visit.patient} />
      <Link to="/patients/$id" params={{ id: visit.patient }} className={styles.link}>
        {t("toPatient")}
      </Link>
    </div>
  );
}
