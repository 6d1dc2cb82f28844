import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./Field";

type Control<Tag extends "input" | "textarea"> = FieldProps &
  Omit<ComponentProps<Tag>, "onChange" | "children"> & { onChange?: (value: string) => void };

/** One line of text. `onChange` hands over the value. */
export function TextField({
  label,
  hint,
  error,
  optional,
  labelHidden,
  onChange,
  ...rest
}: Control<"input">) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id: rest.id }}>
      {(control) => <input {...rest} {...control} onChange={(event) => onChange?.(event.target.value)} />}
    </Field>
  );
}

/** A plain date, "2026-11-16", by the browser's own picker. */
export function DateField(props: Control<"input">) {
  return <TextField {...props} type="date" />;
}

/** Several lines; grows with its text. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  labelHidden,
  onChange,
  ...rest
}: Control<"textarea">) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id: rest.id }}>
      {(control) => <textarea {...rest} {...control} onChange={(event) => onChange?.(event.target.value)} />}
    </Field>
  );
}
