import { useQueries, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type PeopleFilter, peopleQuery } from "../../api/people";
import type { Role } from "../../api/types";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { FormError } from "../../ui/FormError";
import { IconUsers } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SearchField } from "../../ui/SearchField";
import { SelectField } from "../../ui/SelectField";
import { SkeletonList } from "../../ui/Skeleton";
import { Tabs } from "../../ui/Tabs";
import { useUndo } from "../../ui/useUndo";
import { useWide } from "../../ui/useWide";
import styles from "./People.module.css";
import { PeopleCards, PeopleTable } from "./PeopleTable";

const route = getRouteApi("/people");
const TABS = ["all", "pending", "active", "deactivated", "rejected"] as const;
const ROLES = ["patient", "doctor", "admin"] as const;
type Tab = (typeof TABS)[number];

const stateOf = (tab: Tab) => (tab === "all" ? undefined : tab);

/** Everybody with an account or a registration: let in, turn down, shut out. */
export function PeoplePage() {
  const { t } = useTranslation(["people", "common"]);
  const { state: tab = "all", q, role, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const people = useQuery(peopleQuery({ state: stateOf(tab), role, search: q }, page));
  const counts = useCounts({ role, search: q });
  const undo = useUndo();
  const List = useWide() ? PeopleTable : PeopleCards;
  const filter = (next: { q?: string | undefined; role?: Role | undefined }) =>
    void navigate({
      search: (old) => ({ ...old, page: undefined, ...next }),
      replace: true,
      resetScroll: false,
    });
  const filtered = Boolean(q || role);
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <div className={styles.page}>
        <div className={styles.bar}>
          <Tabs
            label={t("tabs")}
            tabs={TABS.map((key) => ({
              key,
              label: key === "all" ? t("all") : t(`common:state.${key}`),
              count: counts[key],
              waits: key === "pending",
              current: key === tab,
              link: { to: "/people", search: { state: stateOf(key), q, role } },
            }))}
          />
          <div className={styles.filters}>
            <SelectField
              label={t("role")}
              labelHidden
              options={[
                { value: "", label: t("anyRole") },
                ...ROLES.map((value) => ({ value, label: t(`common:role.${value}`) })),
              ]}
              value={role ?? ""}
              onChange={(value) => filter({ role: ROLES.find((known) => known === value) })}
            />
            <SearchField
              label={t("search")}
              value={q ?? ""}
              onChange={(value) => filter({ q: value || undefined })}
            />
          </div>
        </div>
        <FormError error={undo.error} />
        <Faces
          query={people}
          skeleton={<SkeletonList rows={8} height={64} />}
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <Card>
              <EmptyState
                icon={<IconUsers size={28} />}
                title={filtered ? t("none.found") : t(`none.${tab}`)}
                action={
                  filtered && (
                    <Button onClick={() => filter({ q: undefined, role: undefined })}>
                      {t("none.clear")}
                    </Button>
                  )
                }
              />
            </Card>
          }
        >
          {({ rows, meta }) => (
            <>
              <List rows={rows} offer={undo.offer} />
              <Pager
                meta={meta}
                onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next }) })}
              />
            </>
          )}
        </Faces>
      </div>
    </Page>
  );
}

/** How many there are under each tab, for what is searched now. */
function useCounts(filter: PeopleFilter): Partial<Record<Tab, number>> {
  return useQueries({
    queries: TABS.map((tab) => peopleQuery({ ...filter, state: stateOf(tab) }, 1, 1)),
    combine: (answers) =>
      Object.fromEntries(TABS.map((tab, index) => [tab, answers[index]?.data?.meta.total])),
  });
}
