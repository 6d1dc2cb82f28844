import type { Clinic } from "../../api/types";
import { formatPhone } from "../../lib/phone";

/** The rules that are whole numbers, in the order of a visit's life. */
export const RULES = [
  "slot_minutes",
  "booking_horizon_days",
  "minimum_notice_minutes",
  "cancellation_notice_minutes",
  "max_upcoming_per_patient",
  "reminder_hours_before",
] as const;
type Rule = (typeof RULES)[number];

const WORDS = ["name", "phone_number", "email", "address", "country", "time_zone"] as const;
type Word = (typeof WORDS)[number];

/** The roles of which two-step sign-in can be required. */
export const TWO_STEP_ROLES = ["doctor", "admin"] as const;
type TwoStepRole = (typeof TWO_STEP_ROLES)[number];

export type Typed = Record<Rule | Word | TwoStepRole | "show_pictures", string>;

const isTwoStepRole = (name: string): name is TwoStepRole => TWO_STEP_ROLES.some((role) => role === name);
const isRule = (name: string): name is Rule => RULES.some((rule) => rule === name);

type ClinicChanges = Record<string, string | number | boolean | TwoStepRole[]>;

/** The settings as a form has them. */
export function typedOf(clinic: Clinic): Typed {
  const { name, phone_number, email, address, country, time_zone, show_pictures, two_step_required_for } =
    clinic;
  const rules = Object.fromEntries(RULES.map((rule) => [rule, String(clinic[rule])])) as Record<Rule, string>;
  return {
    name,
    phone_number: formatPhone(phone_number),
    email,
    address,
    country,
    time_zone,
    show_pictures: show_pictures ? "yes" : "",
    doctor: two_step_required_for.includes("doctor") ? "yes" : "",
    admin: two_step_required_for.includes("admin") ? "yes" : "",
    ...rules,
  };
}

/** Only what was changed, as the server takes it. */
export function changesOf(typed: Typed, saved: Typed): ClinicChanges {
  const names = (Object.keys(typed) as (keyof Typed)[]).filter((name) => typed[name] !== saved[name]);
  const plain = names.filter((name) => !isTwoStepRole(name));
  const changes = Object.fromEntries(plain.map((name) => [name, asSent(name, typed[name])]));
  if (plain.length === names.length) return changes;
  return { ...changes, two_step_required_for: TWO_STEP_ROLES.filter((role) => typed[role]) };
}

function asSent(name: keyof Typed, text: string): string | number | boolean {
  if (name === "show_pictures") return Boolean(text);
  return isRule(name) ? Number(text) : text;
}
