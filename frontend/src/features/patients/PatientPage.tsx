import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { patientQuery } from "../../api/patients";
import { ButtonLink } from "../../ui/Button";
import { Faces } from "../../ui/Faces";
import { IconCalendarPlus } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { MedicalHistory } from "./MedicalHistory";
import { PatientFacts } from "./PatientFacts";
import styles from "./Patients.module.css";
import { VisitsWithMe } from "./VisitsWithMe";

const route = getRouteApi("/patients/$id");

/** One patient as a doctor sees him. The medical history is part of the page, so opening it is a logged reading. */
export function PatientPage() {
  const { t } = useTranslation("patients");
  const { id } = route.useParams();
  const patient = useQuery(patientQuery(id));
  const name = patient.data?.full_name;
  return (
    <Page
      title={name ?? t("one")}
      heading={name && <bdi>{name}</bdi>}
      back={{ label: t("title"), link: { to: "/patients" } }}
      actions={
        patient.data && (
          <ButtonLink
            to="/schedule"
            search={{ book: id }}
            variant="primary"
            icon={<IconCalendarPlus aria-hidden />}
          >
            {t("book")}
          </ButtonLink>
        )
      }
    >
      <Faces query={patient} skeleton={<PatientSkeleton />}>
        {(user) => (
          <div className={styles.columns}>
            <div className={styles.column}>
              <PatientFacts user={user} />
              <VisitsWithMe patient={id} />
            </div>
            <MedicalHistory key={id} user={user} />
          </div>
        )}
      </Faces>
    </Page>
  );
}

function PatientSkeleton() {
  return (
    <SkeletonGroup>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Skeleton height={240} radius="var(--radius-card)" />
          <Skeleton height={280} radius="var(--radius-card)" />
        </div>
        <Skeleton height={400} radius="var(--radius-card)" />
      </div>
    </SkeletonGroup>
  );
}
