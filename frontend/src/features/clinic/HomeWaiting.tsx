import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Person } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { wallClock } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { FormError } from "../../ui/FormError";
import { Monogram } from "../../ui/Monogram";
import { SkeletonList } from "../../ui/Skeleton";
import { StepUp } from "../../ui/StepUp";
import { useActivation } from "../../ui/useActivation";
import { type Offer, useUndo } from "../../ui/useUndo";
import styles from "./Home.module.css";
import { waitingQuery } from "./home";

const SHOWN = 4;

/** Registrations that wait, the longest first. */
export function HomeWaiting() {
  const { t } = useTranslation("clinic");
  const query = useQuery(waitingQuery);
  const undo = useUndo();
  const count = query.data?.total;
  return (
    <Card
      title={count ? t("waiting.title", { count }) : t("waiting.open")}
      actions={
        <Link to="/people" search={{ state: "pending" }} className={styles.all}>
          {t("waiting.all")}
        </Link>
      }
    >
      <FormError error={undo.error} />
      <Faces
        query={query}
        skeleton={<SkeletonList rows={SHOWN} height={60} />}
        isEmpty={({ total }) => total === 0}
        empty={<p className={styles.none}>{t("waiting.none")}</p>}
      >
        {({ longest }) => (
          <ul className={styles.rows}>
            {longest.slice(0, SHOWN).map((person) => (
              <Waiting key={person.id} person={person} offer={undo.offer} />
            ))}
          </ul>
        )}
      </Faces>
    </Card>
  );
}

function Waiting({ person, offer }: { person: Person; offer: Offer }) {
  const { t } = useTranslation(["people", "clinic", "common"]);
  const format = useFormat();
  const { time_zone } = useClinic();
  const activation = useActivation(person, offer);
  const date = format.date(wallClock(time_zone, person.created_at).date, "dayMonth");
  return (
    <li className={styles.row}>
      <Monogram name={person.full_name} picture={person.profile_pic} size={40} />
      <span className={styles.text}>
        <Link to="/people/$id" params={{ id: person.id }} className={styles.name}>
          <bdi>{person.full_name}</bdi>
        </Link>
        <small>{t("clinic:waiting.since", { role: t(`common:role.${person.role}`), date })}</small>
      </span>
      <Button
        variant="quiet"
        busy={activation.busy}
        aria-label={t("activateName", { name: person.full_name })}
        onClick={activation.activate}
      >
        {t("activate")}
      </Button>
      <FormError error={activation.error} />
      {activation.stepUp && <StepUp onShown={activation.activate} onClose={activation.forget} />}
    </li>
  );
}
