import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { useClinic } from "../../api/query";
import { wallClock } from "../../lib/clinic-time";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { IconHourglass } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import styles from "./Auth.module.css";
import { SignInRefusal } from "./SignInRefusal";
import { credentialsTyped } from "./sign-in";
import { useWaiting } from "./useWaiting";

/** After registering, until the clinic has decided; then it leads on by itself. */
export function WaitingPage() {
  const { t } = useTranslation("auth");
  const [credentials] = useState(credentialsTyped);
  const outcome = useWaiting(credentials);
  const pending = !outcome || isRefusal(outcome.error, "account_pending");
  const decided = isRefusal(outcome?.error, "account_rejected", "account_deactivated", "bad_credentials");

  return (
    <Page title={t("waiting.title")} headingHidden width="form">
      <Card>
        {decided ? (
          <SignInRefusal error={outcome?.error} />
        ) : (
          <div className={styles.waiting}>
            <span className={styles.sign} aria-hidden>
              <IconHourglass size={32} />
            </span>
            <h2>{t("waiting.text")}</h2>
            {credentials ? (
              <div className={styles.muted} role="status">
                <p>{pending ? t("waiting.looking") : t("waiting.trouble")}</p>
                {outcome && <LastLook at={outcome.at} />}
                <p>{t("waiting.leave")}</p>
              </div>
            ) : (
              <>
                <p className={styles.muted}>{t("waiting.lost")}</p>
                <ButtonLink to="/sign-in" variant="primary">
                  {t("signIn.submit")}
                </ButtonLink>
              </>
            )}
          </div>
        )}
      </Card>
    </Page>
  );
}

function LastLook({ at }: { at: Date }) {
  const { t } = useTranslation("auth");
  const { time_zone } = useClinic();
  return <p>{t("waiting.checked", { time: wallClock(time_zone, at).time })}</p>;
}
