import { useTranslation } from "react-i18next";
import { addDays, type PlainDate } from "../../lib/clinic-time";
import { Button } from "../../ui/Button";
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconClockPause } from "../../ui/Icons";
import { useWide } from "../../ui/useWide";
import styles from "./Schedule.module.css";

type Props = {
  day: PlainDate;
  today: PlainDate;
  onDay: (day: PlainDate) => void;
  onBlock: () => void;
  onBook: () => void;
};

/** Through the weeks, and what a doctor adds to them. */
export function ScheduleActions({ day, today, onDay, onBlock, onBook }: Props) {
  const { t } = useTranslation(["schedule", "common"]);
  const wide = useWide();
  return (
    <div className={styles.actions}>
      <Button
        icon={<IconChevronLeft aria-hidden />}
        aria-label={t("previousWeek")}
        onClick={() => onDay(addDays(day, -7))}
      />
      <Button onClick={() => onDay(today)}>{t("common:day.today")}</Button>
      <Button
        icon={<IconChevronRight aria-hidden />}
        aria-label={t("nextWeek")}
        onClick={() => onDay(addDays(day, 7))}
      />
      {wide ? (
        <Button icon={<IconCalendarPlus aria-hidden />} className={styles.apart} onClick={onBook}>
          {t("book.open")}
        </Button>
      ) : (
        <Button icon={<IconCalendarPlus aria-hidden />} aria-label={t("book.open")} onClick={onBook} />
      )}
      <Button
        variant="primary"
        icon={wide && <IconClockPause aria-hidden />}
        className={styles.block}
        onClick={onBlock}
      >
        {t("block.open")}
      </Button>
    </div>
  );
}
