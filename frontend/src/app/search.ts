import { isPlainDate, type PlainDate } from "../lib/clinic-time";

/** What an address may say after its question mark. What is not understood counts as not said, never as an error. */
export type Raw = Record<string, unknown>;

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

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Every key stays, if only as undefined: the router lays the answer over what the address said. */
const said = <T extends object>(fields: T): Said<T> => fields as Said<T>;

/** Only addresses of our own pages are followed. */
const within = (value: unknown): string | undefined =>
  typeof value === "string" && /^\/(?![/\\])/.test(value) ? value : undefined;

const booking = (raw: Raw) =>
  said({
    q: text(raw.q),
    specialization: text(raw.specialization),
    page: id(raw.page),
    date: date(raw.date),
    time: time(raw.time),
  });

export const search = {
  signIn: (raw: Raw) => said({ to: within(raw.to), ended: raw.ended === true ? true : undefined }),
  register: (raw: Raw) => said({ to: within(raw.to), role: role(raw.role) }),
  waiting: (raw: Raw) => said({ to: within(raw.to) }),
  twoStep: (raw: Raw) => said({ to: within(raw.to) }),
  book: (raw: Raw) => booking(raw),
  change: (raw: Raw) =>
    said({ ...booking(raw), doctor: id(raw.doctor), choose: raw.choose === true ? true : undefined }),
  visits: (raw: Raw) => said({ page: id(raw.page) }),
  schedule: (raw: Raw) =>
    said({
      date: date(raw.date),
      visit: id(raw.visit),
      book: oneOf("new")(raw.book) ?? id(raw.book),
      block: raw.block === true ? true : undefined,
      from: time(raw.from),
      to: time(raw.to),
    }),
  timeOff: (raw: Raw) => said({ block: raw.block === true ? true : undefined, page: id(raw.page) }),
  patients: (raw: Raw) => said({ q: text(raw.q), page: id(raw.page) }),
  patient: (raw: Raw) => said({ page: id(raw.page) }),
  people: (raw: Raw) =>
    said({
      state: oneOf("pending", "active", "rejected", "deactivated", "all")(raw.state),
      q: text(raw.q),
      role: role(raw.role),
      page: id(raw.page),
    }),
  appointments: (raw: Raw) =>
    said({
      when: oneOf("upcoming", "past", "all")(raw.when),
      status: oneOf("scheduled", "completed", "cancelled", "no_show")(raw.status),
      doctor: id(raw.doctor),
      patient: id(raw.patient),
      from: date(raw.from),
      to: date(raw.to),
      page: id(raw.page),
      book: raw.book === true ? true : undefined,
    }),
  activity: (raw: Raw) =>
    said({
      actor: id(raw.actor),
      action: text(raw.action),
      target: text(raw.target),
      from: date(raw.from),
      to: date(raw.to),
      page: id(raw.page),
    }),
};
