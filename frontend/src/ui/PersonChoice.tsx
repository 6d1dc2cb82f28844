import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PeopleFilter, peopleQuery } from "../api/people";
import { formatPhone } from "../lib/phone";
import { Button } from "./Button";
import { ErrorState } from "./ErrorState";
import { IconAlertCircle } from "./Icons";
import { Monogram } from "./Monogram";
import styles from "./PersonChoice.module.css";
import { SearchField } from "./SearchField";
import { SkeletonList } from "./Skeleton";

type Chosen = { id: number; full_name: string; profile_pic: string; phone_number: string };

type Props = {
  label: string;
  /** Among whom to search. */
  among: PeopleFilter;
  value: Chosen | null;
  onChange: (person: Chosen | null) => void;
  error?: string | undefined;
};

const SHOWN = 5;

/** Finds a person by name, ID, email or phone, and keeps the one that was chosen in sight. For admins. */
export function PersonChoice({ label, among, value, onChange, error }: Props) {
  const { t } = useTranslation("people");
  const [search, setSearch] = useState("");
  function choose(person: Chosen | null): void {
    setSearch("");
    onChange(person);
  }
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {value ? (
        <div className={styles.person}>
          <Face person={value} />
          <Button variant="plain" onClick={() => choose(null)}>
            {t("choice.change")}
          </Button>
        </div>
      ) : (
        <>
          <SearchField label={t("search")} value={search} onChange={setSearch} />
          {search && <Found filter={{ ...among, search }} onChange={choose} />}
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

function Found({ filter, onChange }: { filter: PeopleFilter; onChange: (person: Chosen) => void }) {
  const { t } = useTranslation("people");
  const query = useQuery(peopleQuery(filter, 1, SHOWN));
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonList rows={2} height={60} />;
  const { rows, meta } = query.data;
  return (
    <>
      <ul className={styles.found}>
        {rows.map((person) => (
          <li key={person.id}>
            <button type="button" className={styles.person} onClick={() => onChange(person)}>
              <Face person={person} />
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.small} role="status">
        {rows.length === 0 && t("none.found")}
        {meta.total > rows.length && t("choice.more", { count: meta.total - rows.length })}
      </p>
    </>
  );
}

function Face({ person }: { person: Chosen }) {
  return (
    <>
      <Monogram name={person.full_name} picture={person.profile_pic} size={40} />
      <span className={styles.text}>
        <bdi>{person.full_name}</bdi>
        <small dir="ltr">{formatPhone(person.phone_number)}</small>
      </span>
    </>
  );
}
