import { useTranslation } from "react-i18next";
import { Page } from "../../ui/Page";
import styles from "./Clinic.module.css";
import { ClinicSettings } from "./ClinicSettings";
import { ClosedDays } from "./ClosedDays";

/** The clinic's rules, each with its effect, and the days on which it is closed. */
export function ClinicPage() {
  const { t } = useTranslation("clinic");
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <div className={styles.columns}>
        <ClinicSettings />
        <ClosedDays />
      </div>
    </Page>
  );
}
