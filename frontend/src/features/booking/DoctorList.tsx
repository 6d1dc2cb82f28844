import { useQuery } from "@tanstack/react-query";
import type { LinkProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { ChipRow } from "../../ui/ChipRow";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconSearch, IconStethoscope } from "../../ui/Icons";
import { Pager } from "../../ui/Pager";
import { SearchField } from "../../ui/SearchField";
import { SkeletonList } from "../../ui/Skeleton";
import { DoctorCard } from "./DoctorCard";
import styles from "./DoctorList.module.css";
import { doctorsQuery, type Filters, specializationsQuery } from "./doctors";

export type DoctorLink = Pick<LinkProps, "to" | "params" | "search">;

type Props = {
  filters: Filters;
  onFilters: (filters: Filters) => void;
  linkTo: (doctor: number) => DoctorLink;
  chosen?: number | undefined;
};

/** The directory: by name, by specialization, each doctor with the next open time. */
export function DoctorList({ filters, onFilters, linkTo, chosen }: Props) {
  const { t } = useTranslation("booking");
  const query = useQuery(doctorsQuery(filters));
  const { data: kinds = [] } = useQuery(specializationsQuery);
  const { q = "", specialization = "" } = filters;
  const narrow = (next: Filters) => {
    const { page: _, ...rest } = { ...filters, ...next };
    onFilters(rest);
  };

  return (
    <div className={styles.list}>
      <SearchField label={t("doctor.search")} value={q} onChange={(text) => narrow({ q: text })} />
      <ChipRow
        label={t("doctor.kinds")}
        options={[
          { value: "", label: t("doctor.every") },
          ...kinds.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={specialization}
        onChange={(name) => narrow({ specialization: name })}
      />
      <Faces
        query={query}
        skeleton={<SkeletonList rows={5} height={100} />}
        isEmpty={({ doctors }) => doctors.length === 0}
        empty={<NobodyFound filters={filters} onAll={() => onFilters({})} />}
      >
        {({ doctors, meta }) => (
          <>
            <ul className={styles.doctors} aria-label={t("doctor.list")}>
              {doctors.map((doctor) => (
                <li key={doctor.id}>
                  <DoctorCard doctor={doctor} link={linkTo(doctor.id)} chosen={doctor.id === chosen} />
                </li>
              ))}
            </ul>
            <Pager meta={meta} onPage={(page) => onFilters({ ...filters, page })} />
          </>
        )}
      </Faces>
    </div>
  );
}

function NobodyFound({ filters, onAll }: { filters: Filters; onAll: () => void }) {
  const { t } = useTranslation("booking");
  const narrowed = filters.q || filters.specialization || (filters.page ?? 1) > 1;
  if (!narrowed)
    return (
      <EmptyState icon={<IconStethoscope size={28} />} title={t("nobody.title")}>
        <p>{t("nobody.text")}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<IconSearch size={28} />}
      title={t("notFound.title")}
      action={
        <Button variant="quiet" onClick={onAll}>
          {t("notFound.all")}
        </Button>
      }
    >
      <p>{t("notFound.text")}</p>
    </EmptyState>
  );
}
