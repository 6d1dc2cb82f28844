import type { Visit } from "../../api/types";
import { shortTime } from "../../lib/clinic-time";
import { VisitStatusPill, visitLook } from "../../ui/StatusPill";
import styles from "./Schedule.module.css";

type Props = {
  visit: Visit;
  /** Leaves out the word for a visit that is simply booked. */
  quiet?: boolean;
  onOpen: () => void;
};

/** A visit in a list: its time, whose, why, how it stands. */
export function VisitRow({ visit, quiet, onOpen }: Props) {
  const look = visitLook(visit);
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span className={styles.time}>{shortTime(visit.appointment_time)}</span>
      <span className={styles.who}>
        <bdi className={look === "cancelled" ? styles.struck : styles.name}>{visit.patient_name}</bdi>
        {visit.reason && <span className={styles.reason}>{visit.reason}</span>}
      </span>
      {!(quiet && look === "scheduled") && <VisitStatusPill visit={visit} />}
    </button>
  );
}
