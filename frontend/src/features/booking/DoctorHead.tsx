import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Doctor } from "../../api/types";
import { Monogram } from "../../ui/Monogram";
import styles from "./DoctorHead.module.css";

/** Who the visit is with, and how long it takes. */
export function DoctorHead({ doctor, action }: { doctor: Doctor; action?: ReactNode }) {
  const { t } = useTranslation();
  const clinic = useClinic();
  const minutes = t("minutes", { count: doctor.slot_minutes ?? clinic.slot_minutes });
  return (
    <header className={styles.head}>
      <Monogram name={doctor.full_name} picture={doctor.profile_pic} size={56} />
      <div className={styles.text}>
        <h2 data-page-focus tabIndex={-1}>
          <bdi>{doctor.full_name}</bdi>
        </h2>
        <p>
          {doctor.specialization} · {minutes}
        </p>
      </div>
      {action}
    </header>
  );
}
