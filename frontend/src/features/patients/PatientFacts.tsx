import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { Card } from "../../ui/Card";
import { EmailLink } from "../../ui/EmailLink";
import { Facts } from "../../ui/Facts";
import { Monogram } from "../../ui/Monogram";
import { PhoneLink } from "../../ui/PhoneLink";
import styles from "./Patients.module.css";

export function PatientFacts({ user }: { user: User }) {
  const { t } = useTranslation(["patients", "common"]);
  const format = useFormat();
  const profile = user.patient_profile;
  return (
    <Card>
      <div className={styles.top}>
        <Monogram name={user.full_name} picture={user.profile_pic} size={56} />
        {profile && (
          <p className={styles.lead}>
            {t("age", { count: profile.age })} · {t(`common:gender.${profile.gender}`)}
          </p>
        )}
      </div>
      <Facts
        facts={[
          { label: t("phone"), value: <PhoneLink number={user.phone_number} /> },
          { label: t("email"), value: <EmailLink address={user.email} /> },
          profile && { label: t("born"), value: format.date(profile.date_of_birth, "year") },
          { label: t("nationalId"), value: user.national_id },
        ]}
      />
    </Card>
  );
}
