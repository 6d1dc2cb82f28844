import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { shortTime } from "../../lib/clinic-time";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { Pager } from "../../ui/Pager";
import { SkeletonList } from "../../ui/Skeleton";
import { VisitStatusPill } from "../../ui/StatusPill";
import styles from "./Patients.module.css";
import { visitsWithMeQuery } from "./patient";

const route = getRouteApi("/patients/$id");

export function VisitsWithMe({ patient }: { patient: number }) {
  const { t } = useTranslation("patients");
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const upcoming = useQuery(visitsWithMeQuery(patient, "upcoming"));
  const past = useQuery(visitsWithMeQuery(patient, "past", page));
  const loading = <SkeletonList rows={2} height={56} />;
  return (
    <Card title={t("visits.title")}>
      <div className={styles.visits}>
        <h3>{t("visits.upcoming")}</h3>
        <Faces
          query={upcoming}
          skeleton={loading}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<p className={styles.muted}>{t("visits.noUpcoming")}</p>}
        >
          {({ rows }) => <Visits rows={rows} />}
        </Faces>
        <h3>{t("visits.past")}</h3>
        <Faces
          query={past}
          skeleton={loading}
          isEmpty={({ meta }) => meta.total === 0}
          empty={<p className={styles.muted}>{t("visits.noPast")}</p>}
        >
          {({ rows, meta }) => (
            <>
              <Visits rows={rows} />
              <Pager
                meta={meta}
                onPage={(next) => void navigate({ search: { page: next }, resetScroll: false })}
              />
            </>
          )}
        </Faces>
      </div>
    </Card>
  );
}

/** Each leads to its drawer over the schedule of its week. */
function Visits({ rows }: { rows: Visit[] }) {
  const format = useFormat();
  return (
    <ul className={styles.visitList}>
      {rows.map((visit) => (
        <li key={visit.id}>
          <Link
            to="/schedule"
            search={{ date: visit.appointment_date, visit: visit.id }}
            className={styles.visit}
          >
            <span className={styles.who}>
              <span className={styles.name}>
                {format.date(visit.appointment_date, "year")}, {shortTime(visit.appointment_time)}
              </span>
              {visit.reason && <small className={styles.reason}>{visit.reason}</small>}
            </span>
            <VisitStatusPill visit={visit} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
