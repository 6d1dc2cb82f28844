import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { meQuery, useClinic } from "../../api/query";
import { useFormat } from "../../i18n/use-format";
import { HOME } from "../../lib/home";
import { weekdayRuns } from "../../lib/weekdays";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmailLink } from "../../ui/EmailLink";
import { Facts } from "../../ui/Facts";
import { IconCalendarCheck, IconLock, IconRefresh } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { PhoneLink } from "../../ui/PhoneLink";
import styles from "./Landing.module.css";

/** The clinic's front door. */
export function LandingPage() {
  const { t } = useTranslation("auth");
  const clinic = useClinic();
  const me = useQuery({ ...meQuery, enabled: false }).data;
  return (
    <Page title={clinic.name} headingHidden>
      <div className={styles.front}>
        <div className={styles.welcome}>
          <p className={styles.name} aria-hidden>
            {clinic.name}
          </p>
          <p className={styles.lead}>{t("landing.lead")}</p>
          <div className={styles.ways}>
            {me ? (
              <ButtonLink to={HOME[me.role]} variant="primary" size="main">
                {t("landing.goOn")}
              </ButtonLink>
            ) : (
              <>
                <ButtonLink to="/sign-in" variant="primary" size="main">
                  {t("landing.signIn")}
                </ButtonLink>
                <ButtonLink to="/register" variant="outline" size="main">
                  {t("landing.register")}
                </ButtonLink>
              </>
            )}
          </div>
        </div>
        <Contact />
      </div>
      <Promises />
    </Page>
  );
}

function Contact() {
  const { t } = useTranslation("auth");
  const format = useFormat();
  const clinic = useClinic();
  const days = weekdayRuns(clinic.opening_weekdays).map(([from, to]) =>
    from === to
      ? format.weekday(from)
      : t("landing.dayRange", { from: format.weekday(from), to: format.weekday(to) }),
  );
  const facts = [
    days.length > 0 && { label: t("landing.days"), value: days.join(", ") },
    clinic.phone_number && {
      label: t("landing.phone"),
      value: <PhoneLink number={clinic.phone_number} />,
    },
    clinic.email && {
      label: t("landing.email"),
      value: <EmailLink address={clinic.email} />,
    },
    clinic.address && { label: t("landing.address"), value: clinic.address },
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <Card title={t("landing.contact")} className={styles.contact}>
      <Facts facts={facts} />
    </Card>
  );
}

function Promises() {
  const { t } = useTranslation("auth");
  const promises = [
    { key: "book", Icon: IconCalendarCheck },
    { key: "change", Icon: IconRefresh },
    { key: "private", Icon: IconLock },
  ] as const;
  return (
    <section aria-label={t("landing.can")}>
      <ul className={styles.promises}>
        {promises.map(({ key, Icon }) => (
          <li key={key} className={styles.promise}>
            <Icon aria-hidden />
            <div>
              <h2>{t(`landing.${key}`)}</h2>
              <p>{t(`landing.${key}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
