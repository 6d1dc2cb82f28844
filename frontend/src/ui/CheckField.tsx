import styles from "./CheckField.module.css";

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean };

/** One thing that is or is not so. */
export function CheckField({ label, checked, onChange, disabled }: Props) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
