import { useTranslation } from "react-i18next";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { Page } from "../../ui/Page";
import styles from "./Home.module.css";
import { HomeAttention } from "./HomeAttention";
import { HomeToday } from "./HomeToday";
import { HomeWaiting } from "./HomeWaiting";

/** Where an admin's day begins: who waits, what is on today, what needs a look. */
export function HomePage() {
  const { t } = useTranslation("clinic");
  const format = useFormat();
  const { date } = useClinicNow();
  return (
    <Page title={t("home")} subtitle={format.date(date, "full")}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <HomeWaiting />
          <HomeAttention />
        </div>
        <HomeToday />
      </div>
    </Page>
  );
}
