import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { patientQuery } from "../../api/patients";
import { Button } from "../../ui/Button";
import { Faces } from "../../ui/Faces";
import { IconNotes } from "../../ui/Icons";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import styles from "./Drawer.module.css";

/** The medical history, fetched only when asked for: each reading is logged, and the patient sees who read. */
export function HistoryPreview({ patient }: { patient: number }) {
  const { t } = useTranslation("schedule");
  const [asked, setAsked] = useState(false);
  const query = useQuery({ ...patientQuery(patient), enabled: asked });
  if (!asked)
    return (
      <div className={styles.history}>
        <Button icon={<IconNotes aria-hidden />} block onClick={() => setAsked(true)}>
          {t("history.show")}
        </Button>
        <p className={styles.small}>{t("history.logged")}</p>
      </div>
    );
  return (
    <section className={styles.history} aria-live="polite">
      <h3>{t("history.title")}</h3>
      <Faces
        query={query}
        skeleton={
          <SkeletonGroup>
            <Skeleton height={72} />
          </SkeletonGroup>
        }
      >
        {(user) => (
          <p className={styles.historyText}>
            <bdi>{user.patient_profile?.medical_history || t("history.none")}</bdi>
          </p>
        )}
      </Faces>
    </section>
  );
}
