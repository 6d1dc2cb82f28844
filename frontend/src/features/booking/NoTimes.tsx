import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Doctor, SlotDay } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import type { PlainDate } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { IconArrowRight, IconCalendarOff } from "../../ui/Icons";
import { useNextOpen } from "./open-times";
import styles from "./SlotPicker.module.css";

type Props = { doctor: Doctor; day: SlotDay; days: SlotDay[]; onDay: (date: PlainDate) => void };

/** Why a day has no open times, and the way to the next that has. */
export function NoTimes({ doctor, day, days, onDay }: Props) {
  const { t } = useTranslation("booking");
  const { booking_horizon_days: count } = useClinic();
  const format = useFormat();
  const next = useNextOpen(doctor, day.date, days);
  const why =
    day.why_none === "closed" && day.closed_name
      ? t("why.closedFor", { name: day.closed_name })
      : t(`why.${day.why_none ?? "full"}`, { count });
  return (
    <div className={styles.none}>
      <IconCalendarOff aria-hidden />
      <p role="status">{why}</p>
      {next ? (
        <Button
          variant="quiet"
          icon={<IconArrowRight className={styles.ahead} aria-hidden />}
          onClick={() => onDay(next)}
        >
          {t("day.next", { date: format.date(next) })}
        </Button>
      ) : (
        day.why_none !== "unavailable" && <p className={styles.zone}>{t("day.noNext")}</p>
      )}
    </div>
  );
}
