import { type FormEvent, useId, useRef, useState } from "react";
import { ApiError } from "../api/api-error";

type Values = Record<string, string>;

type Options<V extends Values, R> = {
  initial: V;
  /** Sends the values; what it throws is shown by the form. */
  send: (values: V) => Promise<R>;
  onSent?: (answer: R, values: V) => void;
  /** Errors known before sending, by field. */
  check?: (values: V) => Partial<Record<keyof V, string>>;
};

/**
 * What a form needs and no more: values, errors beside their fields, one sending at a time. What was typed
 * is never lost; after a refusal the first field with an error has the focus.
 */
export function useForm<V extends Values, R>({ initial, send, onSent, check }: Options<V, R>) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const prefix = useId();
  const idOf = (name: string) => `${prefix}-${name}`;

  function set<K extends keyof V & string>(name: K, value: V[K]): void {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) => ({ ...before, [name]: undefined }));
  }

  function show(found: Partial<Record<string, string>>): void {
    setErrors(found);
    const first = Object.keys(values).find((name) => found[name]);
    if (first) setTimeout(() => document.getElementById(idOf(first))?.focus());
  }

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (sending.current) return;
    setError(null);
    const known = check?.(values) ?? {};
    if (Object.values(known).some(Boolean)) return show(known);
    sending.current = true;
    setBusy(true);
    try {
      const answer = await send(values);
      setErrors({});
      onSent?.(answer, values);
    } catch (thrown) {
      const found = thrown instanceof ApiError ? thrown.fieldErrors : {};
      const placed = Object.keys(found).length > 0 && Object.keys(found).every((name) => name in values);
      setError(placed ? null : thrown);
      show(found);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  /** Ties a field to its value and its error: `<TextField label={…} {...form.field("email")} />`. */
  function field<K extends keyof V & string>(name: K) {
    const onChange = (value: V[K]) => set(name, value);
    return { id: idOf(name), name, value: values[name], error: errors[name], onChange };
  }

  return { values, set, errors, error, setError, busy, submit, field, reset: setValues };
}

export type Form<V extends Values> = ReturnType<typeof useForm<V, unknown>>;
