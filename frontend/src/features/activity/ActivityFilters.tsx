import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { personQuery } from "../../api/people";
import { Card } from "../../ui/Card";
import { PersonChoice } from "../../ui/PersonChoice";
import { SelectField } from "../../ui/SelectField";
import { DateField } from "../../ui/TextField";
import styles from "./Activity.module.css";
import { ActivityTarget } from "./ActivityTarget";
import { ACTIONS, type ActivityFilter } from "./activity";

type Props = {
  filter: ActivityFilter;
  filtered: boolean;
  onChoose: (changes: { [K in keyof ActivityFilter]?: ActivityFilter[K] | undefined }) => void;
};

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Who, what, when, and on whom where another page has asked. */
export function ActivityFilters({ filter, filtered, onChoose }: Props) {
  const { t } = useTranslation("activity");
  const { actor, action, target, from, to } = filter;
  const who = useQuery({ ...personQuery(actor ?? 0), enabled: actor !== undefined }).data;
  const actions = ACTIONS.map((value) => ({ value: value as string, label: capital(t(`did.${value}`)) }));
  // The address may name an act that has no sentence: then the filter shows it as it is.
  const other =
    action && !ACTIONS.some((known) => known === action) ? [{ value: action, label: action }] : [];
  return (
    <Card className={styles.filters}>
      {target && (
        <p>
          {t("about")} <ActivityTarget target={target} />
        </p>
      )}
      <PersonChoice
        label={t("who")}
        among={{}}
        value={actor === undefined ? null : (who ?? null)}
        onChange={(person) => onChoose({ actor: person?.id })}
      />
      <SelectField
        label={t("what")}
        options={[{ value: "", label: t("anything") }, ...actions, ...other]}
        value={action ?? ""}
        onChange={(value) => onChoose({ action: value || undefined })}
      />
      <div className={styles.dates}>
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
      </div>
      {filtered && (
        <Link to="/activity" search={{}} className={styles.clear}>
          {t("clear")}
        </Link>
      )}
    </Card>
  );
}
