import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { IconPencil } from "../../ui/Icons";
import { toast } from "../../ui/toast";
import { HistoryVersions } from "./HistoryVersions";
import styles from "./Patients.module.css";
import { WriteHistory } from "./WriteHistory";

/** Read, written, and every version kept. */
export function MedicalHistory({ user }: { user: User }) {
  const { t } = useTranslation("patients");
  const [writing, setWriting] = useState(false);
  const text = user.patient_profile?.medical_history ?? "";
  return (
    <Card
      title={t("history.title")}
      subtitle={t("history.logged")}
      actions={
        !writing && (
          <Button icon={<IconPencil aria-hidden />} variant="quiet" onClick={() => setWriting(true)}>
            {t(text ? "history.edit" : "history.write")}
          </Button>
        )
      }
    >
      <div className={styles.history}>
        {writing ? (
          <WriteHistory
            patient={user.id}
            text={text}
            onDone={(saved) => {
              setWriting(false);
              if (saved) toast(t("history.saved"));
            }}
          />
        ) : (
          <p className={text ? styles.text : styles.muted}>
            <bdi>{text || t("history.none")}</bdi>
          </p>
        )}
        <HistoryVersions patient={user.id} />
      </div>
    </Card>
  );
}
