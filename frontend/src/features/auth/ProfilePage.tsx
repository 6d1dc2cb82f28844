import { useTranslation } from "react-i18next";
import { useMe } from "../../api/query";
import { Monogram } from "../../ui/Monogram";
import { Page } from "../../ui/Page";
import styles from "./Profile.module.css";
import { ProfileContact } from "./ProfileContact";
import { ProfileDetails } from "./ProfileDetails";
import { ProfileHistory } from "./ProfileHistory";
import { ProfileLook } from "./ProfileLook";
import { ProfilePassword } from "./ProfilePassword";
import { ProfileSessions } from "./ProfileSessions";
import { ProfileTwoStep } from "./ProfileTwoStep";

export function ProfilePage() {
  const { t } = useTranslation(["auth", "common"]);
  const me = useMe();
  return (
    <Page
      title={t("profile.title")}
      subtitle={
        <span className={styles.who}>
          <Monogram name={me.full_name} picture={me.profile_pic} size={32} />
          <span>
            <bdi>{me.full_name}</bdi> · {t(`common:role.${me.role}`)} · <bdi>{me.national_id}</bdi>
          </span>
        </span>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <ProfileDetails me={me} />
          <ProfileContact me={me} />
          {me.patient_profile && (
            <ProfileHistory patient={me.id} text={me.patient_profile.medical_history ?? ""} />
          )}
        </div>
        <div className={styles.column}>
          <ProfileLook />
          <ProfilePassword me={me} />
          <ProfileTwoStep />
          <ProfileSessions />
        </div>
      </div>
    </Page>
  );
}
