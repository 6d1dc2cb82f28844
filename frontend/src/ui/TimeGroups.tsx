import { useId } from "react";
import { useTranslation } from "react-i18next";
import { groupTimes, type PartOfDay, type WallTime } from "../lib/clinic-time";
import { IconMoonStars, IconSun, IconSunrise } from "./Icons";
import styles from "./TimeGroups.module.css";

const ICONS: Record<PartOfDay, typeof IconSun> = {
  morning: IconSunrise,
  afternoon: IconSun,
  evening: IconMoonStars,
};

type Props = { times: WallTime[]; value: WallTime | undefined; onChange: (time: WallTime) => void };

/** Open times by part of the day: one group of radio buttons, a fieldset for each part. */
export function TimeGroups({ times, value, onChange }: Props) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <div className={styles.groups}>
      {groupTimes(times).map(({ part, times: open }) => {
        const Icon = ICONS[part];
        return (
          <fieldset key={part}>
            <legend className={styles.legend}>
              <Icon aria-hidden />
              {t(`part.${part}`)} <small>{t("times", { count: open.length })}</small>
            </legend>
            <div className={styles.times}>
              {open.map((time) => (
                <label key={time} className={styles.time}>
                  <input
                    type="radio"
                    className="heard"
                    name={name}
                    value={time}
                    checked={time === value}
                    onChange={() => onChange(time)}
                  />
                  {time}
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
