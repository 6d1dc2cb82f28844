import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { refreshPeople, rejectPerson } from "../../api/people";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { TextArea } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";

type Props = { person: { id: number; full_name: string }; onClose: () => void };

/** Turns a registration down. The reason is mailed to the person, so there must be one. */
export function RejectDialog({ person, onClose }: Props) {
  const { t } = useTranslation(["people", "common"]);
  const queries = useQueryClient();
  const { full_name: name } = person;
  const form = useForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : t("reject.required") }),
    send: ({ reason }) => rejectPerson(person.id, reason),
    onSent: () => {
      refreshPeople(queries);
      toast(t("rejected", { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("reject.title", { name })}
      confirm={t("reject.confirm")}
      onConfirm={() => void form.submit()}
      onClose={onClose}
      keep={t("common:act.cancel")}
      busy={form.busy}
      error={form.error}
      danger
    >
      <TextArea
        label={t("reject.reason")}
        hint={t("reject.hint")}
        rows={3}
        maxLength={500}
        {...form.field("reason")}
      />
    </ConfirmDialog>
  );
}
