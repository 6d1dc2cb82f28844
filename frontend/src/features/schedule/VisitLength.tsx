import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { meQuery, useClinic, useMe } from "../../api/query";
import { Card } from "../../ui/Card";
import { Notice } from "../../ui/Notice";
import { SelectField } from "../../ui/SelectField";
import { useErrorText } from "../../ui/useErrorText";

const USUAL = [10, 15, 20, 25, 30, 40, 45, 60, 90, 120];
const AS_THE_CLINIC = "clinic";

/** How long a visit lasts: the doctor's own length, or the clinic's. Saved at once. */
export function VisitLength() {
  const { t } = useTranslation(["schedule", "common"]);
  const queries = useQueryClient();
  const say = useErrorText();
  const clinic = useClinic();
  const own = useMe().doctor_profile?.slot_minutes ?? null;
  const save = useMutation({
    mutationFn: (slot_minutes: number | null) =>
      call(api.PATCH("/api/doctors/{id}/", { params: { path: { id: "me" } }, body: { slot_minutes } })),
    onSuccess: (_answer, slot_minutes) =>
      queries.setQueryData(meQuery.queryKey, (me) =>
        me?.doctor_profile ? { ...me, doctor_profile: { ...me.doctor_profile, slot_minutes } } : me,
      ),
    onSettled: () => {
      for (const queryKey of [meQuery.queryKey, ["slots"], ["doctors"]])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const shown = save.isPending ? save.variables : own;
  const lengths = [...new Set([...USUAL, ...(own === null ? [] : [own])])].sort((a, b) => a - b);
  return (
    <Card>
      <SelectField
        label={t("length.title")}
        hint={t("length.hint")}
        error={save.error ? say(save.error) : undefined}
        value={shown === null ? AS_THE_CLINIC : String(shown)}
        onChange={(value) => save.mutate(value === AS_THE_CLINIC ? null : Number(value))}
        options={[
          {
            value: AS_THE_CLINIC,
            label: t("length.clinic", { length: t("common:minutes", { count: clinic.slot_minutes }) }),
          },
          ...lengths.map((count) => ({ value: String(count), label: t("common:minutes", { count }) })),
        ]}
      />
      {save.isSuccess && <Notice tone="ok">{t("length.saved")}</Notice>}
    </Card>
  );
}
