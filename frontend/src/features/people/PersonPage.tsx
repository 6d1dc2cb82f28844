import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { personQuery } from "../../api/people";
import { useMe } from "../../api/query";
import type { PersonDetail } from "../../api/types";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { FormError } from "../../ui/FormError";
import { IconUsers } from "../../ui/Icons";
import { Monogram } from "../../ui/Monogram";
import { Page } from "../../ui/Page";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { PersonStatePill } from "../../ui/StatusPill";
import { useUndo } from "../../ui/useUndo";
import { CorrectPerson } from "./CorrectPerson";
import { DoctorPractice } from "./DoctorPractice";
import { DoctorWeek } from "./DoctorWeek";
import styles from "./People.module.css";
import { PersonActs } from "./PersonActs";
import { PersonFacts } from "./PersonFacts";

const route = getRouteApi("/people/$id");

/** One person, for admins: let in or shut out, what was asked, and what can be mended. */
export function PersonPage() {
  const { t } = useTranslation("people");
  const query = useQuery(personQuery(route.useParams().id));
  const unknown = !query.data && isRefusal(query.error, "not_found");
  return (
    <Page
      title={query.data?.full_name ?? t("one")}
      heading={query.data && <bdi>{query.data.full_name}</bdi>}
      headingHidden={!query.data}
      back={{ label: t("title"), link: { to: "/people" } }}
    >
      {unknown ? (
        <EmptyState
          icon={<IconUsers size={28} />}
          title={t("unknown")}
          action={
            <ButtonLink to="/people" variant="quiet">
              {t("everybody")}
            </ButtonLink>
          }
        />
      ) : (
        <Faces query={query} skeleton={<PersonSkeleton />}>
          {(person) => <OnePerson key={person.id} person={person} />}
        </Faces>
      )}
    </Page>
  );
}

function OnePerson({ person }: { person: PersonDetail }) {
  const { t } = useTranslation(["people", "common"]);
  const me = useMe();
  const undo = useUndo();
  const isPractising = person.role === "doctor" && person.state === "active";
  // To let someone in comes first; to shut someone out comes last.
  const acts = <PersonActs person={person} own={person.id === me.id} offer={undo.offer} large />;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Card className={styles.form}>
          <div className={styles.lead}>
            <Monogram name={person.full_name} picture={person.profile_pic} size={64} />
            <div className={styles.leadPills}>
              {t(`common:role.${person.role}`)} <PersonStatePill state={person.state} />
            </div>
          </div>
          {person.state !== "active" && acts}
          <FormError error={undo.error} />
          <div className={styles.links}>
            <Elsewhere person={person} />
            {person.state === "active" && acts}
          </div>
        </Card>
        <PersonFacts person={person} />
      </div>
      <div className={styles.column}>
        {person.state !== "rejected" && <CorrectPerson person={person} />}
        {isPractising && <DoctorPractice person={person} />}
        {isPractising && <DoctorWeek id={person.id} />}
      </div>
    </div>
  );
}

/** The same person on other pages. */
function Elsewhere({ person: { id, role } }: { person: PersonDetail }) {
  const { t } = useTranslation("people");
  return (
    <>
      {role !== "admin" && (
        <ButtonLink to="/appointments" search={{ when: "all", [role]: id }}>
          {t("visits")}
        </ButtonLink>
      )}
      <ButtonLink to="/activity" search={{ target: `user:${id}` }}>
        {t("activity")}
      </ButtonLink>
    </>
  );
}

function PersonSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton width={260} height={34} />
      <div className={styles.columns}>
        <Skeleton height={420} radius="var(--radius-card)" />
        <Skeleton height={420} radius="var(--radius-card)" />
      </div>
    </SkeletonGroup>
  );
}
