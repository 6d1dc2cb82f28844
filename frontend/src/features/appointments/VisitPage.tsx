import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { useMe } from "../../api/query";
import type { Role, VisitDetail } from "../../api/types";
import { visitQuery } from "../../api/visits";
import { useFormat } from "../../i18n/use-format";
import { shortTime } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconCalendarOff } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { VisitActs } from "./VisitActs";
import { VisitFacts } from "./VisitFacts";
import { VisitHistory } from "./VisitHistory";
import styles from "./VisitPage.module.css";

const route = getRouteApi("/visits/$id");

const BACK = {
  patient: "/visits",
  doctor: "/schedule",
  admin: "/appointments",
} as const satisfies Record<Role, string>;

/** One visit, for whoever may see it; `can` says what they may do. */
export function VisitPage() {
  const { t } = useTranslation(["visits", "common"]);
  const format = useFormat();
  const query = useQuery(visitQuery(route.useParams().id));
  const visit = query.data;
  const { role } = useMe();
  const back = { to: BACK[role], label: t(`back.${role}`) };
  const date = visit && format.date(visit.appointment_date);
  const time = visit && shortTime(visit.appointment_time);
  const unknown = !visit && isRefusal(query.error, "not_found");
  return (
    <Page
      title={visit ? t("common:day.dateAt", { date, time }) : t("one")}
      heading={
        visit && (
          <>
            <span className={styles.whole}>{date},</span> <span className={styles.whole}>{time}</span>
          </>
        )
      }
      headingHidden={!visit}
      back={{ label: back.label, link: { to: back.to } }}
    >
      {unknown ? (
        <EmptyState
          icon={<IconCalendarOff size={28} />}
          title={t("unknown.title")}
          action={
            <ButtonLink to={back.to} variant="quiet">
              {back.label}
            </ButtonLink>
          }
        >
          {t("unknown.text")}
        </EmptyState>
      ) : (
        <Faces query={query} skeleton={<VisitSkeleton />}>
          {(found) => <OneVisit visit={found} />}
        </Faces>
      )}
    </Page>
  );
}

function OneVisit({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation("visits");
  return (
    <div className={styles.columns}>
      <Card>
        <VisitFacts visit={visit} />
        <VisitActs visit={visit} />
      </Card>
      <Card title={t("history.title")}>
        <VisitHistory visit={visit} />
      </Card>
    </div>
  );
}

function VisitSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton width={280} height={34} />
      <div className={styles.columns}>
        <Skeleton height={320} radius="var(--radius-card)" />
        <Skeleton height={200} radius="var(--radius-card)" />
      </div>
    </SkeletonGroup>
  );
}
