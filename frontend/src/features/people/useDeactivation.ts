import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { activatePerson, deactivatePerson, refreshPeople } from "../../api/people";
import type { Offer } from "../../ui/useUndo";

/**
 * Shuts a person out with one press and a way back. Visits in the way come back as `touched`: then it must be
 * said what becomes of them, and where they were cancelled there is no way back.
 */
export function useDeactivation(
  person: { id: number; full_name: string },
  offer: Offer,
  tell: (text: string) => void,
) {
  const { t } = useTranslation("people");
  const queries = useQueryClient();
  const refresh = () => refreshPeople(queries);
  const act = useMutation({
    mutationFn: (cancelVisits?: boolean) => deactivatePerson(person.id, cancelVisits),
    onSuccess: (_, cancelVisits) => {
      const text = t("deactivated", { name: person.full_name });
      if (cancelVisits) tell(text);
      else offer(text, () => activatePerson(person.id).finally(refresh));
    },
    onSettled: refresh,
  });
  const touched = isRefusal(act.error, "would_cancel_appointments") ? act.error : null;
  return {
    deactivate: act.mutate,
    busy: act.isPending,
    touched,
    error: touched ? null : act.error,
    forget: act.reset,
  };
}
