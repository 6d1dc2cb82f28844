import { useTranslation } from "react-i18next";
import { type DateStyle, formatDate, formatInstant, formatWeekday } from "../lib/clinic-format";
import type { PlainDate } from "../lib/clinic-time";

/** Dates and instants in the chosen language. Times are digits and need no words. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    language,
    date: (date: PlainDate, style: DateStyle = "long") => formatDate(date, style, language),
    weekday: (weekday: number, style?: "weekday" | "weekdayShort") => formatWeekday(weekday, language, style),
    instant: (instant: string, zone: string) => formatInstant(instant, zone, language),
  };
}
