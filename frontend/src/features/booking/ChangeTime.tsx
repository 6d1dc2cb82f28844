import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/query";
import type { Doctor, VisitDetail } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { ButtonLink } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { ConfirmBar } from "./ConfirmBar";
import { DoctorFaces } from "./DoctorFaces";
import { DoctorHead } from "./DoctorHead";
import { type Choice, useSlots } from "./open-times";
import { Refusal } from "./Refusal";
import { SlotPicker } from "./SlotPicker";
import { isTimeGone, useMove } from "./useBooking";

const route = getRouteApi("/visits/$id/change");

type Props = { visit: VisitDetail; choice: Choice };

export function ChangeTime({ doctorId, ...props }: Props & { doctorId: number }) {
  return <DoctorFaces id={doctorId}>{(doctor) => <Choose doctor={doctor} {...props} />}</DoctorFaces>;
}

function Choose({ visit, doctor, choice }: Props & { doctor: Doctor }) {
  const { t } = useTranslation(["booking", "common"]);
  const me = useMe();
  const format = useFormat();
  const navigate = route.useNavigate();
  const slots = useSlots(doctor, choice);
  const { date, time } = slots;
  const { id } = visit;
  const move = useMove(id, async () => {
    await navigate({ to: "/visits/$id", params: { id }, replace: true });
    toast(t("change.done", { when: t("common:day.dateAt", { date: format.date(date), time }) }));
  });

  function choose({ date: day, time: hour }: Choice): void {
    if (hour) move.reset();
    void navigate({
      search: (old) => ({ ...old, date: day, time: hour }),
      replace: true,
      resetScroll: false,
    });
  }

  function confirm(): void {
    if (!time) return;
    const other = doctor.id !== visit.doctor && { doctor: doctor.id };
    move.mutate(
      { appointment_date: date, appointment_time: time, ...other },
      { onError: (error) => isTimeGone(error) && choose({ date }) },
    );
  }

  // Doctors move visits within their own schedule only.
  const another = me.role !== "doctor" && (
    <ButtonLink to="/visits/$id/change" params={{ id }} search={{ doctor: doctor.id, choose: true }}>
      {t("change.another")}
    </ButtonLink>
  );
  return (
    <>
      <DoctorHead doctor={doctor} action={another} />
      <SlotPicker doctor={doctor} slots={slots} onChoose={choose} />
      <ConfirmBar
        {...{ doctor, date, time }}
        act={t("change.confirm")}
        busy={move.isPending}
        onConfirm={confirm}
        refusal={<Refusal error={move.error} onChoose={choose} />}
      />
    </>
  );
}
