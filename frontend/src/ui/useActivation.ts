import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { activatePerson, deactivatePerson, refreshPeople } from "../api/people";
import type { Offer } from "./useUndo";

/** Lets a person in with one press; the way back is a deactivation, which also withdraws the mail. */
export function useActivation(person: { id: number; full_name: string }, offer: Offer) {
  const { t } = useTranslation("people");
  const queries = useQueryClient();
  const refresh = () => refreshPeople(queries);
  return useMutation({
    mutationFn: () => activatePerson(person.id),
    onSuccess: () =>
      offer(t("activated", { name: person.full_name }), () => deactivatePerson(person.id).finally(refresh)),
    onSettled: refresh,
  });
}
