import { isRefusal } from "../../api/api-error";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { useMoment } from "../../ui/useMoment";
import styles from "./Appointments.module.css";

type Props = { error: unknown; onChoose: (date: string, time: string) => void };

/** Why it was not booked; where the time is taken, the nearest that are not. */
export function BookRefusal({ error, onChoose }: Props) {
  const moment = useMoment();
  const taken = isRefusal(error, "time_taken") ? error.data : null;
  const nearest = (taken as { nearest?: { date: string; time: string }[] } | null)?.nearest ?? [];
  return (
    <>
      <FormError error={error} />
      {nearest.length > 0 && (
        <div className={styles.nearest}>
          {nearest.map(({ date, time }) => (
            <Button key={date + time} onClick={() => onChoose(date, time)}>
              {moment(date, time)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
