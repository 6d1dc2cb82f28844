import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { zoneLabel } from "../../lib/clinic-format";
import { Button, ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconClipboardList, IconPlus } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SkeletonList } from "../../ui/Skeleton";
import { Tabs } from "../../ui/Tabs";
import styles from "./Appointments.module.css";
import { allVisitsQuery, type VisitFilter } from "./all-visits";
import { BookForPatient } from "./BookForPatient";
import { VisitFilters } from "./VisitFilters";
import { VisitLine } from "./VisitLine";

const route = getRouteApi("/appointments");
const TABS = ["upcoming", "past", "all"] as const;

/** Everybody's visits, and booking for those who phone in. */
export function AppointmentsPage() {
  const { t } = useTranslation(["appointments", "common"]);
  const { time_zone } = useClinic();
  const { page = 1, book, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(allVisitsQuery(filter, page));
  const { when = "upcoming", ...narrowed } = filter;
  const filtered = Object.values(narrowed).some((value) => value !== undefined);
  const choose = (changes: { [K in keyof VisitFilter]?: VisitFilter[K] | undefined }) =>
    void navigate({
      search: (old) => ({ ...old, page: undefined, ...changes }),
      replace: true,
      resetScroll: false,
    });
  const close = () =>
    void navigate({ search: (old) => ({ ...old, book: undefined }), replace: true, resetScroll: false });
  const clear = () => void navigate({ search: { when: filter.when }, replace: true });
  return (
    <Page
      title={t("all")}
      subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}
      actions={
        <ButtonLink
          to="/appointments"
          search={(old) => ({ ...old, book: true })}
          resetScroll={false}
          variant="primary"
          icon={<IconPlus aria-hidden />}
        >
          {t("book.open")}
        </ButtonLink>
      }
    >
      <div className={styles.page}>
        <Tabs
          label={t("tabs")}
          tabs={TABS.map((key) => ({
            key,
            label: t(`when.${key}`),
            current: key === when,
            link: {
              to: "/appointments",
              // All visits to come are booked ones: a status would only hide them.
              search: { ...narrowed, when: key, ...(key === "upcoming" && { status: undefined }) },
            },
          }))}
        />
        <VisitFilters filter={filter} onChoose={choose} />
        <Faces
          query={query}
          skeleton={<SkeletonList rows={8} height={64} />}
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <Card>
              <EmptyState
                icon={<IconClipboardList size={28} />}
                title={t(filtered ? "noneFound" : "none")}
                action={filtered && <Button onClick={clear}>{t("clear")}</Button>}
              />
            </Card>
          }
        >
          {({ rows, meta }) => (
            <>
              <Card padded={false}>
                <ul>
                  {rows.map((visit) => (
                    <VisitLine key={visit.id} visit={visit} />
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
      {book && <BookForPatient doctor={filter.doctor} patient={filter.patient} onClose={close} />}
    </Page>
  );
}
