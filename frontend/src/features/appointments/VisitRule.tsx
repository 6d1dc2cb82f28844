import { useTranslation } from "react-i18next";
import { useClinic, useMe } from "../../api/query";
import type { VisitDetail } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { wallClock } from "../../lib/clinic-time";
import { Notice } from "../../ui/Notice";
import { PhoneLink } from "../../ui/PhoneLink";
import styles from "./VisitPage.module.css";

/** Until when a visit can be changed or cancelled; that it is too late, and whom to call. */
export function VisitRule({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation(["visits", "common"]);
  const clinic = useClinic();
  const me = useMe();
  const format = useFormat();
  if (visit.status !== "scheduled") return null;
  const notice = me.role === "patient" ? clinic.cancellation_notice_minutes : 0;
  const last = wallClock(clinic.time_zone, new Date(Date.parse(visit.starts_at) - notice * 60_000));
  const when = t("common:day.dateAt", { date: format.date(last.date), time: last.time });
  if (visit.can.includes("cancel"))
    return <p className={styles.rule}>{notice ? t("rule.until", { when }) : t("rule.untilStart")}</p>;
  return (
    <Notice>
      {notice ? t("rule.late", { when }) : t("rule.started")}{" "}
      {me.role === "patient" && clinic.phone_number && (
        <>
          {t("rule.call")} <PhoneLink number={clinic.phone_number} />
        </>
      )}
    </Notice>
  );
}
