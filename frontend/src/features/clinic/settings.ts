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

export type Typed = Record<Rule | Word | "show_pictures", string>;

const isRule = (name: string): name is Rule => RULES.some((rule) => rule === name);

/** The settings as a form has them. */
export function typedOf(clinic: Clinic): Typed {
  const { name, phone_number, email, address, country, time_zone, show_pictures } = clinic;
  const rules = Object.fromEntries(RULES.map((rule) => [rule, String(clinic[rule])])) as Record<Rule, string>;
  return {
    name,
    phone_number: formatPhone(phone_number),
    email,
    address,
    country,
    time_zone,
    show_pictures: show_pictures ? "yes" : "",
    ...rules,
  };
}

/** Only what was changed, as the server takes it. */
export function changesOf(typed: Typed, saved: Typed): Record<string, string | number | boolean> {
  const names = Object.keys(typed) as (keyof Typed)[];
  const changed = names.filter((name) => typed[name] !== saved[name]);
  return Object.fromEntries(changed.map((name) => [name, asSent(name, typed[name])]));
}

function asSent(name: keyof Typed, text: string): string | number | boolean {
  if (name === "show_pictures") return Boolean(text);
  return isRule(name) ? Number(text) : text;
}
