import type { Clinic, Doctor, DoctorDetail, SlotDay, User, Visit } from "../api/types";
import { daysFrom } from "../lib/clinic-time";

/** A small clinic on Monday 16 November 2026, 09:40 in Nairobi. */
export const NOW = new Date("2026-11-16T06:40:00Z");
export const TODAY = "2026-11-16";

export const clinic: Clinic = {
  name: "Mara Clinic",
  time_zone: "Africa/Nairobi",
  country: "KE",
  phone_number: "254722000100",
  email: "desk@mara.example.org",
  address: "Moi Avenue 12, Nairobi",
  languages: [
    { code: "en", name: "English" },
    { code: "sw", name: "Kiswahili" },
  ],
  show_pictures: true,
  today: TODAY,
  slot_minutes: 30,
  booking_horizon_days: 60,
  minimum_notice_minutes: 0,
  cancellation_notice_minutes: 0,
  max_upcoming_per_patient: 5,
  reminder_hours_before: 24,
  two_step_required_for: [],
  opening_weekdays: [1, 2, 3, 4, 5, 6],
};

const person = {
  email: "mercy.wambui@example.org",
  national_id: "27418830",
  phone_number: "254711000104",
  profile_pic: "",
  language: "en",
  is_active: true,
  doctor_profile: null,
  patient_profile: null,
} as const;

export const users: Record<User["role"], User> = {
  patient: {
    ...person,
    id: 1,
    full_name: "Mercy Wambui",
    role: "patient",
    patient_profile: {
      user: 1,
      age: 34,
      date_of_birth: "1992-03-09",
      gender: "female",
      medical_history: "Penicillin allergy.",
    },
  },
  doctor: {
    ...person,
    id: 2,
    full_name: "Dr Achieng Odhiambo",
    email: "achieng.odhiambo@example.org",
    role: "doctor",
    doctor_profile: {
      user: 2,
      specialization: "General practice",
      license_number: "KE-1204",
      availability: true,
      slot_minutes: 20,
    },
  },
  admin: { ...person, id: 3, full_name: "Naomi Cherono", email: "naomi.cherono@example.org", role: "admin" },
};

export const doctors: Doctor[] = [
  {
    id: 2,
    full_name: "Dr Achieng Odhiambo",
    profile_pic: "",
    specialization: "General practice",
    availability: true,
    slot_minutes: 20,
    next_open: { date: TODAY, time: "10:00" },
  },
  {
    id: 4,
    full_name: "Dr Peter Kamau",
    profile_pic: "",
    specialization: "Paediatrics",
    availability: true,
    slot_minutes: null,
    next_open: { date: "2026-11-17", time: "08:30" },
  },
];

export const doctor: DoctorDetail = doctors[0] as DoctorDetail;

/** Open times of the given days: none on Sundays. */
export function slotDays(date: string, days: number): SlotDay[] {
  return daysFrom(date, days).map((day) => {
    const sunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
    return {
      date: day,
      times: sunday ? [] : ["10:00", "10:20", "13:00", "17:20"],
      why_none: sunday ? ("not_working" as const) : null,
      closed_name: null,
    };
  });
}

export function visit(changes: Partial<Visit> = {}): Visit {
  return {
    id: 41,
    appointment_date: TODAY,
    appointment_time: "14:20:00",
    status: "scheduled",
    created_at: "2026-11-10T09:00:00+03:00",
    patient: 1,
    doctor: 2,
    starts_at: "2026-11-16T14:20:00+03:00",
    ends_at: "2026-11-16T14:40:00+03:00",
    patient_name: "Mercy Wambui",
    doctor_name: "Dr Achieng Odhiambo",
    specialization: "General practice",
    reason: "Travel vaccines",
    checked_in_at: null,
    cancelled_by: null,
    cancel_reason: "",
    can: ["cancel", "reschedule"],
    ...changes,
  };
}
