import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Field.module.css";
import { IconAlertCircle } from "./Icons";

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, beside the control. */
  error?: string | undefined;
  optional?: boolean;
  /** Hides the label from the eye only, where the place makes it plain. */
  labelHidden?: boolean;
};

export type ControlProps = {
  id: string;
  className: string | undefined;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** The frame of every control: label above, error and hint beneath, tied together for screen readers. */
export function Field(
  props: FieldProps & { id?: string | undefined; children: (control: ControlProps) => ReactNode },
) {
  const { label, hint, error, optional, labelHidden, children } = props;
  const { t } = useTranslation();
  const made = useId();
  const id = props.id ?? made;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? "heard" : styles.label}>
        {label}
        {optional && <span className={styles.optional}> ({t("field.optional")})</span>}
      </label>
      {children({
        id,
        className: styles.control,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": describedBy || undefined,
      })}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <IconAlertCircle aria-hidden />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}
