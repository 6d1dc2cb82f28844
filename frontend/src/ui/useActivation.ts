import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../api/api-error";
import { activatePerson, deactivatePerson, refreshPeople } from "../api/people";
import type { Offer } from "./useUndo";

/**
 * Lets a person in with one press; the way back is a deactivation, which also withdraws the mail. Where
 * `stepUp` is true the press waits for a code: show `StepUp`, and then activate again.
 */
export function useActivation(person: { id: number; full_name: string }, offer: Offer) {
  const { t } = useTranslation("people");
  const queries = useQueryClient();
  const refresh = () => refreshPeople(queries);
  const act = useMutation({
    mutationFn: () => activatePerson(person.id),
    onSuccess: () =>
      offer(t("activated", { name: person.full_name }), () => deactivatePerson(person.id).finally(refresh)),
    onSettled: refresh,
  });
  const stepUp = isRefusal(act.error, "step_up_required");
  return {
    activate: () => act.mutate(),
    busy: act.isPending,
    stepUp,
    error: stepUp ? null : act.error,
    forget: act.reset,
  };
}
