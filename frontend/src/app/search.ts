import { isPlainDate, type PlainDate } from "../lib/clinic-time";

/** What an address may say after its question mark. What is not understood is left out, never an error. */
export type Raw = Record<string, unknown>;

const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const date = (value: unknown): PlainDate | undefined => (isPlainDate(value) ? value : undefined);
const id = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number"
    ? String(value).slice(0, 100) || undefined
    : undefined;
const time = (value: unknown): string | undefined =>
  typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined;
const oneOf =
  <const V extends string>(...values: V[]) =>
  (value: unknown): V | undefined =>
    values.find((known) => known === value);

const role = oneOf("patient", "doctor", "admin");

type Maybe<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const optional = <T extends object>(fields: T): Maybe<T> => present(fields) as Maybe<T>;

/** Only addresses of our own pages are followed. */
const within = (value: unknown): string | undefined =>
  typeof value === "string" && /^\/(?![/\\])/.test(value) ? value : undefined;

export const search = {
  signIn: (raw: Raw) => optional({ to: within(raw.to), ended: raw.ended === true ? true : undefined }),
  register: (raw: Raw) => optional({ to: within(raw.to), role: role(raw.role) }),
  waiting: (raw: Raw) => optional({ to: within(raw.to) }),
  book: (raw: Raw) =>
    optional({
      q: text(raw.q),
      specialization: text(raw.specialization),
      date: date(raw.date),
      time: time(raw.time),
    }),
  visits: (raw: Raw) => optional({ page: id(raw.page) }),
  schedule: (raw: Raw) => optional({ date: date(raw.date), visit: id(raw.visit) }),
  timeOff: (raw: Raw) =>
    optional({ date: date(raw.date), from: time(raw.from), to: time(raw.to), page: id(raw.page) }),
  patients: (raw: Raw) => optional({ q: text(raw.q), page: id(raw.page) }),
  patient: (raw: Raw) => optional({ page: id(raw.page) }),
  people: (raw: Raw) =>
    optional({
      state: oneOf("pending", "active", "rejected", "deactivated", "all")(raw.state),
      q: text(raw.q),
      role: role(raw.role),
      page: id(raw.page),
    }),
  appointments: (raw: Raw) =>
    optional({
      when: oneOf("upcoming", "past", "all")(raw.when),
      status: oneOf("scheduled", "completed", "cancelled", "no_show")(raw.status),
      doctor: id(raw.doctor),
      patient: id(raw.patient),
      from: date(raw.from),
      to: date(raw.to),
      page: id(raw.page),
    }),
  activity: (raw: Raw) =>
    optional({
      actor: id(raw.actor),
      action: text(raw.action),
      target: text(raw.target),
      from: date(raw.from),
      to: date(raw.to),
      page: id(raw.page),
    }),
};
