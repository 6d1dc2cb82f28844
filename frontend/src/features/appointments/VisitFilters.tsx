import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { allDoctorsQuery } from "../../api/doctors";
import { personQuery } from "../../api/people";
import { Button } from "../../ui/Button";
import { SelectField } from "../../ui/SelectField";
import { DateField } from "../../ui/TextField";
import styles from "./Appointments.module.css";
import type { VisitFilter } from "./all-visits";

const STATUSES = ["scheduled", "completed", "cancelled", "no_show"] as const;

type Props = {
  filter: VisitFilter;
  onChoose: (changes: { [K in keyof VisitFilter]?: VisitFilter[K] | undefined }) => void;
};

/** Doctor, days and status; the patient too where another page has asked. */
export function VisitFilters({ filter, onChoose }: Props) {
  const { t } = useTranslation(["appointments", "common"]);
  const { when = "upcoming", status, doctor, patient, from, to } = filter;
  const doctors = useQuery(allDoctorsQuery).data ?? [];
  // A doctor who has left still has visits.
  const left = useQuery({
    ...personQuery(doctor ?? 0),
    enabled: doctor !== undefined && doctors.length > 0 && !doctors.some(({ id }) => id === doctor),
  }).data;
  const offered = left ? [...doctors, left] : doctors;
  return (
    <div className={styles.filters}>
      <SelectField
        label={t("doctor")}
        options={[
          { value: "", label: t("anyDoctor") },
          ...offered.map(({ id, full_name }) => ({ value: String(id), label: full_name })),
        ]}
        value={String(doctor ?? "")}
        onChange={(value) => onChoose({ doctor: value ? Number(value) : undefined })}
      />
      <DateField
        label={t("from")}
        value={from ?? ""}
        max={to}
        onChange={(value) => onChoose({ from: value || undefined })}
      />
      <DateField
        label={t("to")}
        value={to ?? ""}
        min={from}
        onChange={(value) => onChoose({ to: value || undefined })}
      />
      {when !== "upcoming" && (
        <SelectField
          label={t("status")}
          options={[
            { value: "", label: t("anyStatus") },
            ...STATUSES.map((value) => ({ value, label: t(`common:status.${value}`) })),
          ]}
          value={status ?? ""}
          onChange={(value) => onChoose({ status: STATUSES.find((known) => known === value) })}
        />
      )}
      {patient !== undefined && <OfPatient id={patient} onClear={() => onChoose({ patient: undefined })} />}
    </div>
  );
}

function OfPatient({ id, onClear }: { id: number; onClear: () => void }) {
  const { t } = useTranslation(["appointments", "common"]);
  const name = useQuery(personQuery(id)).data?.full_name ?? "…";
  return (
    <p className={styles.of}>
      {t("of", { name })}
      <Button variant="plain" onClick={onClear}>
        {t("everybody")}
      </Button>
    </p>
  );
}
