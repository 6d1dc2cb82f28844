import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { patientsQuery } from "../../api/patients";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconUsers } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SearchField } from "../../ui/SearchField";
import { SkeletonList } from "../../ui/Skeleton";
import { PatientList } from "./PatientList";
import styles from "./Patients.module.css";

const route = getRouteApi("/patients");

export function PatientsPage() {
  const { t } = useTranslation("patients");
  const { q = "", page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const patients = useQuery(patientsQuery(q, page));
  const search = (next: string) =>
    void navigate({ search: next ? { q: next } : {}, replace: true, resetScroll: false });
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <div className={styles.page}>
        <div className={styles.search}>
          <SearchField label={t("search")} value={q} onChange={search} />
        </div>
        <Faces
          query={patients}
          skeleton={<SkeletonList rows={8} height={72} />}
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <EmptyState
              icon={<IconUsers />}
              title={t(q ? "noneFound" : "none")}
              action={q && <Button onClick={() => search("")}>{t("all")}</Button>}
            >
              {t(q ? "noneFoundText" : "noneText")}
            </EmptyState>
          }
        >
          {({ rows, meta }) => (
            <>
              <PatientList rows={rows} />
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
