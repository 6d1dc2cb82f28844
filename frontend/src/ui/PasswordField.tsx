import { type ComponentProps, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProps } from "./Field";
import styles from "./Field.module.css";
import { IconEye, IconEyeOff } from "./Icons";

type Props = FieldProps &
  Omit<ComponentProps<"input">, "onChange" | "type"> & { onChange?: (value: string) => void };

/** A password that can be looked at. */
export function PasswordField({ label, hint, error, optional, labelHidden, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id: rest.id }}>
      {(control) => (
        <div className={styles.inside}>
          <input
            autoCapitalize="none"
            spellCheck={false}
            {...rest}
            {...control}
            type={shown ? "text" : "password"}
            onChange={(event) => onChange?.(event.target.value)}
          />
          <button
            type="button"
            className={styles.eye}
            aria-label={t(shown ? "field.hidePassword" : "field.showPassword")}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <IconEyeOff aria-hidden /> : <IconEye aria-hidden />}
          </button>
        </div>
      )}
    </Field>
  );
}
