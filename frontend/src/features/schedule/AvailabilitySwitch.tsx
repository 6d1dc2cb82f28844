import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { meQuery, useMe } from "../../api/query";
import type { User } from "../../api/types";
import { FormError } from "../../ui/FormError";
import styles from "./Availability.module.css";

const withAvailability =
  (availability: boolean) =>
  (me: User | undefined): User | undefined =>
    me?.doctor_profile ? { ...me, doctor_profile: { ...me.doctor_profile, availability } } : me;

/** Whether patients can book. It says what it does, moves at once, and moves back with the reason if refused. */
export function AvailabilitySwitch() {
  const { t } = useTranslation("schedule");
  const queries = useQueryClient();
  const me = useMe();
  const on = me.doctor_profile?.availability ?? false;
  const change = useMutation({
    mutationFn: (availability: boolean) =>
      call(api.PATCH("/api/doctors/{id}/", { params: { path: { id: "me" } }, body: { availability } })),
    onMutate: async (availability) => {
      await queries.cancelQueries({ queryKey: meQuery.queryKey });
      queries.setQueryData(meQuery.queryKey, withAvailability(availability));
    },
    onError: (_error, availability) =>
      queries.setQueryData(meQuery.queryKey, withAvailability(!availability)),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ["slots"] });
      void queries.invalidateQueries({ queryKey: ["doctors"] });
    },
  });
  return (
    <div className={styles.place}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-busy={change.isPending || undefined}
        aria-label={t("available.switch")}
        aria-describedby="availability-says"
        className={`${styles.switch} ${on ? styles.on : styles.off}`}
        onClick={() => !change.isPending && change.mutate(!on)}
      >
        <span className={styles.track} aria-hidden />
        <span id="availability-says" className={styles.says}>
          <strong>{t(on ? "available.yes" : "available.no")}</strong>
          <small>{t(on ? "available.yesText" : "available.noText")}</small>
        </span>
      </button>
      <FormError error={change.error} />
    </div>
  );
}
