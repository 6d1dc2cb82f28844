import type { paths } from "./schema";

type Method = "get" | "post" | "put" | "patch";
type Answers<P extends keyof paths, M extends Method> =
  paths[P] extends Record<M, { responses: infer R }> ? R[keyof R & (200 | 201)] : never;

/** `data` of a successful answer, as the schema has it. */
type Data<P extends keyof paths, M extends Method = "get"> =
  Answers<P, M> extends {
    content: { "application/json": { data: infer D } };
  }
    ? D
    : never;

/** One row of a list. */
type Row<P extends keyof paths> = Data<P> extends (infer R)[] ? R : never;

export type User = Data<"/api/auth/me/">;
export type Role = User["role"];
export type Gender = NonNullable<User["patient_profile"]>["gender"];
export type Session = Row<"/api/auth/sessions/">;

export type Person = Row<"/api/users/">;
export type PersonDetail = Data<"/api/users/{id}/">;

export type Clinic = Data<"/api/clinic/">;
export type ClosedDay = Row<"/api/clinic/closed-days/">;

export type Doctor = Row<"/api/doctors/">;
export type DoctorDetail = Data<"/api/doctors/{id}/">;
export type SlotDay = Row<"/api/doctors/{id}/slots/">;
export type WorkingHours = Row<"/api/doctors/{id}/working-hours/">;
export type TimeOff = Row<"/api/doctors/{id}/time-off/">;

export type Visit = Row<"/api/appointments/">;
export type VisitDetail = Data<"/api/appointments/{id}/">;
export type VisitStatus = Visit["status"];
export type Activity = Row<"/api/activity/">;
