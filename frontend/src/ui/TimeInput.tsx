import type { ComponentProps, KeyboardEvent } from "react";
import { readTime } from "../lib/wall-time";
import { Field, type FieldProps } from "./Field";

type Props = Omit<ComponentProps<"input">, "onChange" | "value" | "type"> & {
  value: string;
  onChange: (value: string) => void;
};

/**
 * A time of the day in 24-hour digits, whatever the browser's own habit: `type="time"` would ask for AM and PM
 * where the browser is American. "830" becomes "08:30" when the field is left.
 */
export function TimeInput({ value, onChange, ...rest }: Props) {
  function settle(): void {
    const time = readTime(value);
    if (time && time !== value) onChange(time);
  }
  return (
    <input
      placeholder="00:00"
      {...rest}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      dir="ltr"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={settle}
      onKeyDown={(event: KeyboardEvent) => event.key === "Enter" && settle()}
    />
  );
}

/** The same with its label above and its error beneath. */
export function TimeField({ label, hint, error, optional, labelHidden, ...rest }: FieldProps & Props) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id: rest.id }}>
      {(control) => <TimeInput {...rest} {...control} />}
    </Field>
  );
}
