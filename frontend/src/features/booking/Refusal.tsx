import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { useMe } from "../../api/query";
import { Button, ButtonLink } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { useErrorText } from "../../ui/useErrorText";
import { useMoment } from "../../ui/useMoment";
import type { Choice } from "./open-times";
import styles from "./Refusal.module.css";

type Props = { error: unknown; onChoose: (choice: Choice) => void };

/** Why it was not booked, beside the button that was pressed, with the way on. */
export function Refusal({ error, onChoose }: Props) {
  const { t } = useTranslation("booking");
  const moment = useMoment();
  const say = useErrorText();
  const wayOn = useWayOn(error);
  const nearest = nearestOf(error);
  if (!error || isReasonOnly(error)) return null;
  return (
    <>
      <Notice tone="bad" actions={wayOn}>
        {say(error)}
        {nearest.length > 0 && <> {t("refused.nearest")}</>}
      </Notice>
      {nearest.length > 0 && (
        <div className={styles.nearest}>
          {nearest.map(({ date, time }) => (
            <Button key={date + time} onClick={() => onChoose({ date, time })}>
              {moment(date, time)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function useWayOn(error: unknown): ReactNode {
  const { t } = useTranslation("booking");
  // Staff who move a visit have neither visits of their own nor a page to book.
  if (useMe().role !== "patient") return null;
  if (isRefusal(error, "too_many_upcoming", "patient_busy"))
    return <ButtonLink to="/visits">{t("visits")}</ButtonLink>;
  return isRefusal(error, "doctor_unavailable") && <ButtonLink to="/book">{t("doctor.all")}</ButtonLink>;
}

/** Stands beside the reason instead. */
export const reasonError = (error: unknown): string | undefined =>
  isRefusal(error, "invalid") ? error.fieldErrors.reason : undefined;

const isReasonOnly = (error: unknown): boolean =>
  isRefusal(error, "invalid") && Object.keys(error.fieldErrors).join() === "reason";

/** Up to four open times, nearest first, that come with `time_taken`. */
function nearestOf(error: unknown): { date: string; time: string }[] {
  if (!isRefusal(error, "time_taken")) return [];
  return (error.data as { nearest?: { date: string; time: string }[] } | null)?.nearest ?? [];
}
