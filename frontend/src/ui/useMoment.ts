import { useTranslation } from "react-i18next";
import { useClinicNow } from "../api/useClinicNow";
import { useFormat } from "../i18n/use-format";
import { addDays, type PlainDate, shortTime, type WallTime } from "../lib/clinic-time";

/** A day and a time as people say them: "Today 10:00", "Tomorrow 08:30", "Tue 24 Nov, 14:00". */
export function useMoment(): (date: PlainDate, time: WallTime) => string {
  const { t } = useTranslation();
  const { date: today } = useClinicNow();
  const format = useFormat();
  return (date, time) => {
    if (date === today) return t("day.todayAt", { time: shortTime(time) });
    if (date === addDays(today, 1)) return t("day.tomorrowAt", { time: shortTime(time) });
    return t("day.dateAt", { date: format.date(date, "short"), time: shortTime(time) });
  };
}
