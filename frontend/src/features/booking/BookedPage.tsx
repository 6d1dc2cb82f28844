import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { VisitDetail } from "../../api/types";
import { visitQuery } from "../../api/visits";
import { useFormat } from "../../i18n/use-format";
import { zoneLabel } from "../../lib/clinic-format";
import { shortTime } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { IconCalendarCheck } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import styles from "./BookedPage.module.css";

const route = getRouteApi("/booked/$id");

/** The proof of a booking: what was booked, where to come, and what can still be done. */
export function BookedPage() {
  const { t } = useTranslation("booking");
  const query = useQuery(visitQuery(route.useParams().id));
  return (
    <Page title={t("booked.title")} headingHidden width="narrow">
      <Card>
        <Faces query={query} skeleton={<ProofSkeleton />}>
          {(visit) => <Proof visit={visit} />}
        </Faces>
      </Card>
    </Page>
  );
}

function Proof({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation(["booking", "common"]);
  const clinic = useClinic();
  const format = useFormat();
  const { id } = visit;
  // An old address of a visit that has since been cancelled or closed proves nothing.
  if (visit.status !== "scheduled") return <Navigate to="/visits/$id" params={{ id }} replace />;
  return (
    <div className={styles.proof}>
      <span className={styles.icon}>
        <IconCalendarCheck aria-hidden />
      </span>
      <p className={styles.title} aria-hidden>
        {t("booked.title")}
      </p>
      <div className={styles.visit}>
        <p className={styles.time}>{shortTime(visit.appointment_time)}</p>
        <p>{format.date(visit.appointment_date)}</p>
        <p>
          <bdi>{visit.doctor_name}</bdi>
        </p>
        <p className={styles.zone}>{t("common:zone", { zone: zoneLabel(clinic.time_zone) })}</p>
      </div>
      <p className={styles.next}>
        {clinic.address
          ? t("booked.come", { clinic: clinic.name, address: clinic.address })
          : t("booked.comeTo", { clinic: clinic.name })}
      </p>
      <div className={styles.actions}>
        <ButtonLink to="/visits" variant="quiet">
          {t("visits")}
        </ButtonLink>
        <ButtonLink to="/visits/$id" params={{ id }}>
          {t("booked.change")}
        </ButtonLink>
        <ButtonLink to="/book" variant="plain">
          {t("booked.another")}
        </ButtonLink>
      </div>
    </div>
  );
}

function ProofSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton height={72} />
      <Skeleton height={128} />
      <Skeleton height={150} />
    </SkeletonGroup>
  );
}
