import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ClosedDay } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { FormError } from "../../ui/FormError";
import { IconTrash } from "../../ui/Icons";
import { SkeletonList } from "../../ui/Skeleton";
import { type Offer, useUndo } from "../../ui/useUndo";
import { AddClosedDay } from "./AddClosedDay";
import styles from "./Clinic.module.css";
import { closeDay, closedDaysQuery, openDay, refreshDays } from "./closed-days";

/** Public holidays and other days without visits: those to come, and how to add one. */
export function ClosedDays() {
  const { t } = useTranslation("clinic");
  const { date: today } = useClinicNow();
  const query = useQuery(closedDaysQuery);
  const undo = useUndo();
  const toCome = (rows: ClosedDay[]) =>
    rows.filter(({ date }) => date >= today).sort((a, b) => a.date.localeCompare(b.date));
  return (
    <Card title={t("closed.title")} subtitle={t("closed.text")} className={styles.fields}>
      <AddClosedDay today={today} offer={undo.offer} />
      <FormError error={undo.error} />
      <Faces
        query={query}
        skeleton={<SkeletonList rows={4} height={52} />}
        isEmpty={(rows) => toCome(rows).length === 0}
        empty={<p className={styles.none}>{t("closed.none")}</p>}
      >
        {(rows) => (
          <ul>
            {toCome(rows).map((day) => (
              <Day key={day.id} day={day} offer={undo.offer} />
            ))}
          </ul>
        )}
      </Faces>
    </Card>
  );
}

function Day({ day, offer }: { day: ClosedDay; offer: Offer }) {
  const { t } = useTranslation("clinic");
  const format = useFormat();
  const queries = useQueryClient();
  const refresh = () => refreshDays(queries);
  const date = format.date(day.date, "full");
  const remove = useMutation({
    mutationFn: () => openDay(day.id),
    // What was booked meanwhile stands: undoing must not ask again.
    onSuccess: () => offer(t("closed.removed", { date }), () => closeDay(day, false).finally(refresh)),
    onSettled: refresh,
  });
  return (
    <li className={styles.day}>
      <span className={styles.dayText}>
        <bdi className={styles.dayName}>{day.name}</bdi>
        <small>{date}</small>
      </span>
      <Button
        variant="plain"
        icon={<IconTrash aria-hidden />}
        aria-label={t("closed.remove", { name: day.name, date })}
        busy={remove.isPending}
        onClick={() => remove.mutate()}
      />
      <FormError error={remove.error} />
    </li>
  );
}
