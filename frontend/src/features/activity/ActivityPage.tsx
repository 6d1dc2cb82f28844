import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { zoneLabel } from "../../lib/clinic-format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconActivity } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SkeletonList } from "../../ui/Skeleton";
import styles from "./Activity.module.css";
import { ActivityFilters } from "./ActivityFilters";
import { ActivityRow } from "./ActivityRow";
import { type ActivityFilter, activityQuery } from "./activity";

const route = getRouteApi("/activity");

/** What happened, the newest first, in sentences. */
export function ActivityPage() {
  const { t } = useTranslation(["activity", "common"]);
  const { time_zone } = useClinic();
  const { page = 1, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(activityQuery(filter, page));
  const choose = (changes: { [K in keyof ActivityFilter]?: ActivityFilter[K] | undefined }) =>
    void navigate({
      search: (old) => ({ ...old, page: undefined, ...changes }),
      replace: true,
      resetScroll: false,
    });
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page title={t("title")} subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}>
      <div className={styles.columns}>
        <ActivityFilters filter={filter} filtered={filtered} onChoose={choose} />
        <div className={styles.list}>
          <Faces
            query={query}
            skeleton={<SkeletonList rows={8} height={64} />}
            isEmpty={({ rows }) => rows.length === 0}
            empty={
              <Card>
                <EmptyState
                  icon={<IconActivity size={28} />}
                  title={t(filtered ? "noneFound" : "none")}
                  action={
                    filtered && (
                      <Button onClick={() => void navigate({ search: {}, replace: true })}>
                        {t("clear")}
                      </Button>
                    )
                  }
                />
              </Card>
            }
          >
            {({ rows, meta }) => (
              <>
                <Card padded={false}>
                  <ul>
                    {rows.map((entry) => (
                      <ActivityRow key={entry.id} entry={entry} />
                    ))}
                  </ul>
                </Card>
                <Pager
                  meta={meta}
                  onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next }) })}
                />
              </>
            )}
          </Faces>
        </div>
      </div>
    </Page>
  );
}
