import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { shortTime } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { IconArrowLeft } from "../../ui/Icons";
import styles from "./Drawer.module.css";
import { OpenTimes } from "./OpenTimes";
import { useMove } from "./visit";

type Props = { visit: Visit; onBack: () => void; onMoved: () => void };

/** Another open time of this doctor, in one call: the visit keeps its place until it has the new one. */
export function VisitMove({ visit, onBack, onMoved }: Props) {
  const { t } = useTranslation(["schedule", "common"]);
  const format = useFormat();
  const [date, setDate] = useState(visit.appointment_date);
  const [time, setTime] = useState("");
  const move = useMove(visit.id);
  const now = `${format.date(visit.appointment_date, "short")}, ${shortTime(visit.appointment_time)}`;
  return (
    <form
      className={styles.body}
      onSubmit={(event) => {
        event.preventDefault();
        if (time && !move.isPending) move.mutate({ date, time }, { onSuccess: onMoved });
      }}
    >
      <p className={styles.muted}>{t("move.now", { when: now })}</p>
      <OpenTimes date={date} time={time} onDate={setDate} onTime={setTime} />
      <div className={styles.foot}>
        <FormError error={move.error} />
        <div className={styles.footRow}>
          <Button icon={<IconArrowLeft aria-hidden />} aria-label={t("common:act.back")} onClick={onBack} />
          <Button
            type="submit"
            variant="primary"
            size="main"
            className={styles.grow}
            busy={move.isPending}
            disabled={!time}
          >
            {time ? t("move.confirm", { when: `${format.date(date, "short")}, ${time}` }) : t("chooseTime")}
          </Button>
        </div>
      </div>
    </form>
  );
}
