import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./Field";

type Props<V extends string> = FieldProps &
  Omit<ComponentProps<"select">, "onChange" | "value" | "children"> & {
    options: { value: V; label: string }[];
    /** First line while nothing is chosen; it cannot be chosen again. */
    placeholder?: string;
    value: V | "";
    onChange: (value: V) => void;
  };

/** The browser's own list. */
export function SelectField<V extends string>(props: Props<V>) {
  const { label, hint, error, optional, labelHidden, options, placeholder, onChange, ...rest } = props;
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id: rest.id }}>
      {(control) => (
        <select {...rest} {...control} onChange={(event) => onChange(event.target.value as V)}>
          {placeholder && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
