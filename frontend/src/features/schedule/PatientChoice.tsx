import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { patientsQuery } from "../../api/patients";
import type { User } from "../../api/types";
import { formatPhone } from "../../lib/phone";
import { Button } from "../../ui/Button";
import { ErrorState } from "../../ui/ErrorState";
import { IconAlertCircle } from "../../ui/Icons";
import { Monogram } from "../../ui/Monogram";
import { SearchField } from "../../ui/SearchField";
import { SkeletonList } from "../../ui/Skeleton";
import styles from "./Drawer.module.css";

type Props = { value: User | null; onChange: (patient: User | null) => void; error?: string | undefined };

const SHOWN = 5;

/** Finds a patient by name, ID, email or phone, and keeps the one that was chosen in sight. */
export function PatientChoice({ value, onChange, error }: Props) {
  const { t } = useTranslation("schedule");
  const [search, setSearch] = useState("");
  return (
    <fieldset className={styles.choice}>
      <legend>{t("book.patient")}</legend>
      {value ? (
        <div className={styles.person}>
          <Person patient={value} />
          <Button variant="plain" onClick={() => onChange(null)}>
            {t("book.change")}
          </Button>
        </div>
      ) : (
        <>
          <SearchField label={t("book.search")} value={search} onChange={setSearch} />
          {search && <Found search={search} onChange={onChange} />}
        </>
      )}
      {error && (
        <p className={styles.error} role="alert">
          <IconAlertCircle aria-hidden />
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Found({ search, onChange }: { search: string; onChange: (patient: User) => void }) {
  const { t } = useTranslation("schedule");
  const query = useQuery(patientsQuery(search, 1, SHOWN));
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonList rows={2} height={60} />;
  const { rows, meta } = query.data;
  return (
    <>
      <ul className={styles.found}>
        {rows.map((patient) => (
          <li key={patient.id}>
            <button type="button" className={styles.person} onClick={() => onChange(patient)}>
              <Person patient={patient} />
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.small} role="status">
        {rows.length === 0 && t("book.nobody")}
        {meta.total > rows.length && t("book.more", { count: meta.total - rows.length })}
      </p>
    </>
  );
}

function Person({ patient }: { patient: User }) {
  return (
    <>
      <Monogram name={patient.full_name} picture={patient.profile_pic} size={40} />
      <span className={styles.personText}>
        <bdi>{patient.full_name}</bdi>
        <small dir="ltr">{formatPhone(patient.phone_number)}</small>
      </span>
    </>
  );
}
