import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic, useMe } from "../../api/query";
import type { VisitDetail } from "../../api/types";
import { zoneLabel } from "../../lib/clinic-format";
import { wallClock } from "../../lib/clinic-time";
import { Facts } from "../../ui/Facts";
import { VisitStatusPill } from "../../ui/StatusPill";
import styles from "./VisitPage.module.css";

/** What there is to know of a visit, without its history. */
export function VisitFacts({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation(["visits", "common"]);
  const { time_zone: zone } = useClinic();
  const me = useMe();
  const from = wallClock(zone, visit.starts_at).time;
  const to = wallClock(zone, visit.ends_at).time;
  const by = visit.cancelled_by;
  return (
    <>
      <div className={styles.status}>
        <VisitStatusPill visit={visit} />
      </div>
      <Facts
        facts={[
          me.role !== "patient" && { label: t("fact.patient"), value: <PatientLink visit={visit} /> },
          me.id !== visit.doctor && {
            label: t("fact.doctor"),
            value: (
              <>
                <bdi>{visit.doctor_name}</bdi>
                <span className={styles.muted}>{visit.specialization}</span>
              </>
            ),
          },
          {
            label: t("fact.time"),
            value: (
              <>
                {from} – {to}
                <span className={styles.muted}>{t("common:zone", { zone: zoneLabel(zone) })}</span>
              </>
            ),
          },
          visit.reason && {
            label: t("fact.reason"),
            value: <bdi className={styles.lines}>{visit.reason}</bdi>,
          },
          by && {
            label: t("fact.cancelledBy"),
            value: by.id === me.id ? t("you") : t(`by.${by.role}`),
          },
          visit.cancel_reason && {
            label: t("fact.cancelReason"),
            value: <bdi className={styles.lines}>{visit.cancel_reason}</bdi>,
          },
        ]}
      />
    </>
  );
}

function PatientLink({ visit }: { visit: VisitDetail }) {
  const params = { id: visit.patient };
  const name = <bdi>{visit.patient_name}</bdi>;
  return useMe().role === "admin" ? (
    <Link to="/people/$id" params={params}>
      {name}
    </Link>
  ) : (
    <Link to="/patients/$id" params={params}>
      {name}
    </Link>
  );
}
