import { useId } from "react";
import styles from "./ChipRow.module.css";

type Props<V extends string> = {
  /** Said to screen readers as the group's name. */
  label: string;
  options: { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
};

/** One choice of a few, as chips that are radio buttons. */
export function ChipRow<V extends string>({ label, options, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset className={styles.row}>
      <legend className="heard">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input
            type="radio"
            className="heard"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
