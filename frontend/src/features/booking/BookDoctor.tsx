import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Doctor } from "../../api/types";
import { TextField } from "../../ui/TextField";
import { ConfirmBar } from "./ConfirmBar";
import { DoctorFaces } from "./DoctorFaces";
import { DoctorHead } from "./DoctorHead";
import { type Choice, useSlots } from "./open-times";
import { Refusal, reasonError } from "./Refusal";
import { SlotPicker } from "./SlotPicker";
import { isTimeGone, useBooking, useReason } from "./useBooking";

/** Everything about booking with one doctor: day, time, reason, confirm. */
export function BookDoctor({ id, choice }: { id: number; choice: Choice }) {
  return (
    <DoctorFaces id={id}>{(doctor) => <Book key={doctor.id} doctor={doctor} choice={choice} />}</DoctorFaces>
  );
}

function Book({ doctor, choice }: { doctor: Doctor; choice: Choice }) {
  const { t } = useTranslation("booking");
  const navigate = useNavigate({ from: "/book" });
  const [reason, setReason] = useReason();
  const slots = useSlots(doctor, choice);
  const { date, time } = slots;
  const book = useBooking((id) => navigate({ to: "/booked/$id", params: { id }, replace: true }));

  function choose({ date: day, time: hour }: Choice): void {
    if (hour) book.reset();
    void navigate({
      to: "/book/$doctorId",
      params: { doctorId: doctor.id },
      search: (old) => ({ ...old, date: day, time: hour }),
      replace: true,
      resetScroll: false,
    });
  }

  function confirm(): void {
    if (!time) return;
    const booking = {
      doctor: doctor.id,
      appointment_date: date,
      appointment_time: time,
      reason: reason.trim(),
    };
    book.mutate(booking, { onError: (error) => isTimeGone(error) && choose({ date }) });
  }

  return (
    <>
      <DoctorHead doctor={doctor} />
      <SlotPicker doctor={doctor} slots={slots} onChoose={choose} />
      <ConfirmBar
        {...{ doctor, date, time }}
        act={t("confirm")}
        busy={book.isPending}
        onConfirm={confirm}
        refusal={<Refusal error={book.error} onChoose={choose} />}
      >
        {(time || reason) && (
          <TextField
            label={t("reason")}
            placeholder={t("reason")}
            labelHidden
            maxLength={500}
            autoComplete="off"
            value={reason}
            onChange={setReason}
            error={reasonError(book.error)}
          />
        )}
      </ConfirmBar>
    </>
  );
}
