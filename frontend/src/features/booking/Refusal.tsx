import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { Button, ButtonLink } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { useErrorText } from "../../ui/useErrorText";
import { useMoment } from "../../ui/useMoment";
import type { Choice } from "./open-times";

type Props = { error: unknown; onChoose: (choice: Choice) => void };

/** Why it was not booked, beside the button that was pressed, with the way on. */
export function Refusal({ error, onChoose }: Props) {
  const { t } = useTranslation("booking");
  const say = useErrorText();
  if (!error || isReasonOnly(error)) return null;
  return (
    <Notice tone="bad" actions={<WayOn error={error} onChoose={onChoose} />}>
      {say(error)}
      {nearestOf(error).length > 0 && <> {t("refused.nearest")}</>}
    </Notice>
  );
}

function WayOn({ error, onChoose }: Props) {
  const { t } = useTranslation("booking");
  const moment = useMoment();
  if (isRefusal(error, "too_many_upcoming", "patient_busy"))
    return <ButtonLink to="/visits">{t("visits")}</ButtonLink>;
  if (isRefusal(error, "doctor_unavailable")) return <ButtonLink to="/book">{t("doctor.all")}</ButtonLink>;
  return nearestOf(error).map(({ date, time }) => (
    <Button key={date + time} onClick={() => onChoose({ date, time })}>
      {moment(date, time)}
    </Button>
  ));
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
