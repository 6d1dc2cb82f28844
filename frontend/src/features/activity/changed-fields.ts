/** What the log's names of fields are called on the forms where they are changed. */
export const FIELD_NAMES = {
  full_name: "people:field.full_name",
  national_id: "people:field.national_id",
  email: "people:field.email",
  phone_number: "people:field.phone_number",
  date_of_birth: "people:asked.born",
  gender: "people:asked.gender",
  profile_pic: "auth:field.picture",
  language: "auth:profile.language",
  specialization: "people:field.specialization",
  license_number: "people:field.license_number",
  availability: "people:practice.available",
  slot_minutes: "clinic:setting.slot_minutes.label",
  name: "clinic:setting.name.label",
  address: "clinic:setting.address.label",
  country: "clinic:setting.country.label",
  time_zone: "clinic:setting.time_zone.label",
  show_pictures: "clinic:setting.show_pictures",
  booking_horizon_days: "clinic:setting.booking_horizon_days.label",
  minimum_notice_minutes: "clinic:setting.minimum_notice_minutes.label",
  cancellation_notice_minutes: "clinic:setting.cancellation_notice_minutes.label",
  max_upcoming_per_patient: "clinic:setting.max_upcoming_per_patient.label",
  reminder_hours_before: "clinic:setting.reminder_hours_before.label",
} as const;

export const isField = (name: unknown): name is keyof typeof FIELD_NAMES =>
  typeof name === "string" && Object.hasOwn(FIELD_NAMES, name);
