import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { formatPhone } from "../../lib/phone";
import { Card } from "../../ui/Card";
import { IconChevronRight } from "../../ui/Icons";
import { Monogram } from "../../ui/Monogram";
import styles from "./Patients.module.css";

export function PatientList({ rows }: { rows: User[] }) {
  const { t } = useTranslation(["patients", "common"]);
  return (
    <Card padded={false}>
      <ul>
        {rows.map(({ id, full_name, profile_pic, phone_number, email, patient_profile: profile }) => (
          <li key={id} className={styles.item}>
            <Link to="/patients/$id" params={{ id }} className={styles.row}>
              <Monogram name={full_name} picture={profile_pic} />
              <span className={styles.who}>
                <bdi className={styles.name}>{full_name}</bdi>
                {profile && (
                  <small>
                    {t("age", { count: profile.age })} · {t(`common:gender.${profile.gender}`)}
                  </small>
                )}
              </span>
              <span className={styles.phone} dir="ltr">
                {formatPhone(phone_number)}
              </span>
              <span className={styles.email}>{email}</span>
              <IconChevronRight className={styles.chevron} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
