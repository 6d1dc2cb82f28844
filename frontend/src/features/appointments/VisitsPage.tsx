import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { zoneLabel } from "../../lib/clinic-format";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconCalendarPlus, IconPlus } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { Skeleton, SkeletonGroup, SkeletonList } from "../../ui/Skeleton";
import { useWide } from "../../ui/useWide";
import { pastQuery, upcomingQuery } from "./my-visits";
import { NextVisit } from "./NextVisit";
import { VisitRow } from "./VisitRow";
import styles from "./VisitsPage.module.css";

const route = getRouteApi("/visits");

/** A patient's own visits: the next one large, then those to come, then the past. */
export function VisitsPage() {
  const { t } = useTranslation(["visits", "common"]);
  const { time_zone } = useClinic();
  const wide = useWide();
  return (
    <Page
      title={t("title")}
      subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}
      // On phones the bar below leads there from everywhere.
      actions={
        wide && (
          <ButtonLink to="/book" variant="quiet" icon={<IconPlus aria-hidden />}>
            {t("book")}
          </ButtonLink>
        )
      }
    >
      <div className={styles.columns}>
        <Upcoming />
        <Past />
      </div>
    </Page>
  );
}

function Upcoming() {
  const { t } = useTranslation("visits");
  const query = useQuery(upcomingQuery);
  return (
    <div className={styles.column}>
      <Faces
        query={query}
        skeleton={
          <SkeletonGroup>
            <Skeleton height={252} radius="var(--radius-card)" />
          </SkeletonGroup>
        }
        isEmpty={(visits) => visits.length === 0}
        empty={
          <Card>
            <EmptyState
              icon={<IconCalendarPlus size={28} />}
              title={t("nothing.title")}
              action={
                <ButtonLink to="/book" variant="primary">
                  {t("book")}
                </ButtonLink>
              }
            >
              {t("nothing.text")}
            </EmptyState>
          </Card>
        }
      >
        {([next, ...later]) => (
          <>
            {next && <NextVisit visit={next} />}
            {later.length > 0 && (
              <Card title={t("upcoming")} padded={false} className={styles.list}>
                <ul>
                  {later.map((visit) => (
                    <VisitRow key={visit.id} visit={visit} />
                  ))}
                </ul>
              </Card>
            )}
          </>
        )}
      </Faces>
    </div>
  );
}

function Past() {
  const { t } = useTranslation("visits");
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(pastQuery(page));
  return (
    <Card title={t("past")} padded={false} className={styles.list}>
      <Faces
        query={query}
        skeleton={
          <div className={styles.inset}>
            <SkeletonList rows={4} height={72} />
          </div>
        }
        isEmpty={({ visits, meta }) => visits.length === 0 && meta.page === 1}
        empty={<p className={styles.none}>{t("noPast")}</p>}
      >
        {({ visits, meta }) => (
          <>
            <ul>
              {visits.map((visit) => (
                <VisitRow key={visit.id} visit={visit} past />
              ))}
            </ul>
            <div className={styles.inset}>
              <Pager
                meta={meta}
                onPage={(next) => void navigate({ search: { page: next }, resetScroll: false })}
              />
            </div>
          </>
        )}
      </Faces>
    </Card>
  );
}
