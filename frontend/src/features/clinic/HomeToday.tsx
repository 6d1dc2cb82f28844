import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { shortTime } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconCalendarEvent } from "../../ui/Icons";
import { SkeletonList } from "../../ui/Skeleton";
import { VisitStatusPill, visitLook } from "../../ui/StatusPill";
import styles from "./Home.module.css";
import { dayQuery } from "./home";

const SHOWN = 6;
const LOOKS = ["scheduled", "arrived", "completed", "no_show", "cancelled"] as const;

/** Today's visits: how many of each kind, and the next ones. */
export function HomeToday() {
  const { t } = useTranslation("clinic");
  const { date, time } = useClinicNow();
  const query = useQuery(dayQuery(date));
  return (
    <Card
      title={t("today.title")}
      actions={
        <Link to="/appointments" search={{ when: "all", from: date, to: date }} className={styles.all}>
          {t("today.all")}
        </Link>
      }
    >
      <Faces
        query={query}
        skeleton={<SkeletonList rows={SHOWN} height={60} />}
        isEmpty={(visits) => visits.length === 0}
        empty={
          <EmptyState
            icon={<IconCalendarEvent size={28} />}
            title={t("today.none")}
            action={
              <ButtonLink to="/appointments" search={{ book: true }} variant="quiet">
                {t("today.book")}
              </ButtonLink>
            }
          />
        }
      >
        {(visits) => <Today visits={visits} time={time} />}
      </Faces>
    </Card>
  );
}

function Today({ visits, time }: { visits: Visit[]; time: string }) {
  const { t } = useTranslation(["clinic", "common"]);
  const next = visits.filter(
    (visit) => visit.status === "scheduled" && shortTime(visit.appointment_time) >= time,
  );
  return (
    <>
      <dl className={styles.counts}>
        {LOOKS.map((look) => (
          <div key={look}>
            <dt>{t(`common:status.${look}`)}</dt>
            <dd>{visits.filter((visit) => visitLook(visit) === look).length}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("today.next")}</h3>
      {next.length === 0 && <p className={styles.none}>{t("today.noMore")}</p>}
      <ul className={styles.rows}>
        {next.slice(0, SHOWN).map((visit) => (
          <li key={visit.id}>
            <Link to="/visits/$id" params={{ id: visit.id }} className={`${styles.row} ${styles.link}`}>
              <span className={styles.time}>{shortTime(visit.appointment_time)}</span>
              <span className={styles.text}>
                <bdi className={styles.name}>{visit.patient_name}</bdi>
                <small>
                  <bdi>{visit.doctor_name}</bdi>
                </small>
              </span>
              <VisitStatusPill visit={visit} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
