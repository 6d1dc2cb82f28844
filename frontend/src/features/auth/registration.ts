import { api, call } from "../../api/client";
import type { Gender, Role } from "../../api/types";
import type { LanguageCode } from "../../i18n/language";

export const PASSWORD_LENGTH = 10;

export const BLANK = {
  full_name: "",
  national_id: "",
  email: "",
  phone_number: "",
  date_of_birth: "",
  gender: "" as Gender | "",
  specialization: "",
  license_number: "",
  password: "",
};

export type Typed = typeof BLANK;

/** What each role is asked beside what everyone is asked. */
const ASKED: Record<Role, (keyof Typed)[]> = {
  patient: ["date_of_birth", "gender"],
  doctor: ["specialization", "license_number"],
  admin: [],
};

const ONLY_SOME = new Set<keyof Typed>(["date_of_birth", "gender", "specialization", "license_number"]);

/** Sends only what the role needs; what was typed for another role stays in the form. */
export async function register(typed: Typed, role: Role, language: LanguageCode) {
  const asked = Object.entries(typed).filter(
    ([field]) => !ONLY_SOME.has(field as keyof Typed) || ASKED[role].includes(field as keyof Typed),
  );
  const body = { ...(Object.fromEntries(asked) as Typed & { gender: Gender }), role, language };
  return (await call(api.POST("/api/auth/register/", { body }))).data;
}

type Fault = "required" | "nationalId" | "email" | "phone" | "password";

/** What is plainly wrong before it is sent. The server has the last word. */
export function faultsOf(typed: Typed, role: Role): Partial<Record<keyof Typed, Fault>> {
  const always: (keyof Typed)[] = ["full_name", "national_id", "email", "phone_number", "password"];
  const faults: Partial<Record<keyof Typed, Fault>> = {};
  for (const field of [...always, ...ASKED[role]]) if (!typed[field].trim()) faults[field] = "required";
  const wrong = (field: keyof Typed, fault: Fault, right: boolean) => {
    if (!faults[field] && !right) faults[field] = fault;
  };
  wrong("national_id", "nationalId", /^[\p{L}\p{N}]{5,12}$/u.test(typed.national_id.replace(/[\s-]/g, "")));
  wrong("email", "email", /^\S+@\S+\.\S+$/.test(typed.email.trim()));
  wrong("phone_number", "phone", /^\+?[\d\s().-]{7,}$/.test(typed.phone_number.trim()));
  wrong("password", "password", typed.password.length >= PASSWORD_LENGTH);
  return faults;
}

/** True where a password leans on what others know of the person. */
export function isLikeOwn(
  password: string,
  typed: Pick<Typed, "full_name" | "email" | "national_id">,
): boolean {
  const said = password.toLowerCase();
  const own = [
    ...typed.full_name.split(/\s+/),
    typed.email.split("@")[0] ?? "",
    typed.national_id.replace(/[\s-]/g, ""),
  ];
  return own.some((word) => word.length >= 4 && said.includes(word.toLowerCase()));
}
