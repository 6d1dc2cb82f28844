import { useQueries } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { allDoctorsQuery } from "../../api/doctors";
import { useClinic } from "../../api/query";
import type { Doctor, Person, Visit } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { addDays, type PlainDate, wallClock } from "../../lib/clinic-time";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import {
  IconBan,
  IconCalendarOff,
  IconChevronRight,
  IconCircleCheck,
  IconClock,
  IconHourglass,
} from "../../ui/Icons";
import { SkeletonList } from "../../ui/Skeleton";
import styles from "./Home.module.css";
import { dayQuery, waitingQuery } from "./home";

type Item = {
  key: string;
  Icon: typeof IconBan;
  text: string;
  link: Pick<LinkProps, "to" | "params" | "search">;
};

/** After so many days somebody has waited too long to be let in. */
const PATIENCE_DAYS = 2;

/** What would otherwise be noticed late, each with the place where it is mended. */
export function HomeAttention() {
  const { t } = useTranslation("clinic");
  const format = useFormat();
  const { time_zone } = useClinic();
  const { date, time } = useClinicNow();
  const query = useQueries({
    queries: [waitingQuery, dayQuery(date), allDoctorsQuery],
    combine: ([waiting, day, doctors]) => ({
      data:
        waiting.data && day.data && doctors.data
          ? { longest: waiting.data.longest[0], visits: day.data, doctors: doctors.data }
          : undefined,
      error: waiting.error ?? day.error ?? doctors.error,
      refetch: () => Promise.all([waiting.refetch(), day.refetch(), doctors.refetch()]),
    }),
  });

  function itemsOf({
    longest,
    visits,
    doctors,
  }: {
    longest: Person | undefined;
    visits: Visit[];
    doctors: Doctor[];
  }) {
    const since = longest && wallClock(time_zone, longest.created_at).date;
    const late: Item[] =
      longest && since && since < addDays(date, -PATIENCE_DAYS)
        ? [
            {
              key: "waiting",
              Icon: IconHourglass,
              text: t("attention.waiting", { name: longest.full_name, date: format.date(since, "dayMonth") }),
              link: { to: "/people", search: { state: "pending" } },
            },
          ]
        : [];
    return [
      ...late,
      ...unclosed(visits, date, time, time_zone, t),
      ...doctors.flatMap((one) => trouble(one, t)),
    ];
  }

  return (
    <Card title={t("attention.title")}>
      <Faces query={query} skeleton={<SkeletonList rows={3} height={48} />}>
        {(data) => <Items items={itemsOf(data)} />}
      </Faces>
    </Card>
  );
}

function Items({ items }: { items: Item[] }) {
  const { t } = useTranslation("clinic");
  if (items.length === 0)
    return (
      <p className={styles.fine}>
        <IconCircleCheck aria-hidden />
        {t("attention.none")}
      </p>
    );
  return (
    <ul className={styles.rows}>
      {items.map(({ key, Icon, text, link }) => (
        <li key={key}>
          <Link {...link} className={`${styles.row} ${styles.link}`}>
            <Icon className={styles.sign} aria-hidden />
            <span className={styles.text}>{text}</span>
            <IconChevronRight className={styles.chevron} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Visits of today that have ended and of which nobody has said how. */
function unclosed(
  visits: Visit[],
  date: PlainDate,
  time: string,
  zone: string,
  t: TFunction<"clinic">,
): Item[] {
  const count = visits.filter(({ status, ends_at }) => {
    const end = wallClock(zone, ends_at);
    return status === "scheduled" && `${end.date} ${end.time}` <= `${date} ${time}`;
  }).length;
  if (count === 0) return [];
  const search = { when: "past", status: "scheduled", from: date, to: date } as const;
  return [
    {
      key: "open",
      Icon: IconClock,
      text: t("attention.open", { count }),
      link: { to: "/appointments", search },
    },
  ];
}

/** Doctors with whom nobody can book. */
function trouble({ id, full_name: name, availability, next_open }: Doctor, t: TFunction<"clinic">): Item[] {
  if (availability && next_open) return [];
  return [
    {
      key: `doctor-${id}`,
      Icon: availability ? IconCalendarOff : IconBan,
      text: t(availability ? "attention.noTimes" : "attention.unavailable", { name }),
      link: { to: "/people/$id", params: { id } },
    },
  ];
}
