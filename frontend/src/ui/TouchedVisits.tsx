import { useTranslation } from "react-i18next";
import type { ApiError } from "../api/api-error";
import type { Visit } from "../api/types";
import { useFormat } from "../i18n/use-format";
import { shortTime } from "../lib/clinic-time";
import { Button } from "./Button";
import { Notice } from "./Notice";
import styles from "./TouchedVisits.module.css";

type Props = {
  /** 409 `would_cancel_appointments`. */
  refusal: ApiError;
  busy: boolean;
  /** True cancels the visits, false lets them stand. */
  onChoose: (cancel: boolean) => void;
};

/** The question may stand beneath the fold. */
const show = (place: HTMLElement | null) => place?.scrollIntoView?.({ block: "nearest" });

/** The booked visits in the way of a change, and the question what becomes of them. Nothing has changed yet. */
export function TouchedVisits({ refusal, busy, onChoose }: Props) {
  const { t } = useTranslation("schedule");
  const format = useFormat();
  const { count, appointments } = refusal.data as { count: number; appointments: Visit[] };
  return (
    <div ref={show}>
      <Notice
        tone="warn"
        title={t("touched.title", { count })}
        actions={
          <>
            <Button variant="outline" busy={busy} onClick={() => onChoose(false)}>
              {t("touched.keep", { count })}
            </Button>
            <Button variant="dangerFilled" busy={busy} onClick={() => onChoose(true)}>
              {t("touched.cancel", { count })}
            </Button>
          </>
        }
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
        <ul className={styles.list} tabIndex={0} aria-label={t("touched.list")}>
          {appointments.map((visit) => (
            <li key={visit.id}>
              {format.date(visit.appointment_date, "short")}, {shortTime(visit.appointment_time)}{" "}
              <bdi>{visit.patient_name}</bdi>
            </li>
          ))}
        </ul>
        {count > appointments.length && <p>{t("touched.more", { count: count - appointments.length })}</p>}
        <p className={styles.question}>{t("touched.text")}</p>
      </Notice>
    </div>
  );
}
