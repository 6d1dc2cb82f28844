import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Doctor } from "../../api/types";
import { IconBan, IconCalendarOff, IconChevronRight } from "../../ui/Icons";
import { Monogram } from "../../ui/Monogram";
import { useMoment } from "../../ui/useMoment";
import { useWide } from "../../ui/useWide";
import styles from "./DoctorCard.module.css";
import type { DoctorLink } from "./DoctorList";

/** A doctor of the directory, with the next open time or why there is none. */
export function DoctorCard({ doctor, link, chosen }: { doctor: Doctor; link: DoctorLink; chosen: boolean }) {
  const wide = useWide();
  return (
    <Link
      {...link}
      className={`${styles.card} ${chosen ? styles.chosen : ""}`}
      activeProps={{}}
      aria-current={chosen ? "true" : undefined}
      resetScroll={!wide}
    >
      <Monogram name={doctor.full_name} picture={doctor.profile_pic} size={48} />
      <span className={styles.text}>
        <bdi className={styles.name}>{doctor.full_name}</bdi>
        <span className={styles.kind}>{doctor.specialization}</span>
        <NextOpen doctor={doctor} />
      </span>
      <IconChevronRight className={styles.arrow} aria-hidden />
    </Link>
  );
}

function NextOpen({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation("booking");
  const moment = useMoment();
  if (!doctor.availability)
    return (
      <span className={styles.closed}>
        <IconBan aria-hidden /> {t("doctor.unavailable")}
      </span>
    );
  if (!doctor.next_open)
    return (
      <span className={styles.closed}>
        <IconCalendarOff aria-hidden /> {t("doctor.full")}
      </span>
    );
  const { date, time } = doctor.next_open;
  return <span className={styles.open}>{t("doctor.next", { when: moment(date, time) })}</span>;
}
