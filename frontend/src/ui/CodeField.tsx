import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import styles from "./CodeField.module.css";
import { TextField } from "./TextField";

type Props = {
  id: string;
  name: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  /** Takes the focus when it appears: the one thing that is asked now. */
  focus?: boolean;
  /** False where only a code of the app serves, as when it is first set up. */
  recovery?: boolean;
};

/** Six digits of an authenticator app, or a recovery code for who has lost it. */
export function CodeField({ recovery = true, focus = false, ...field }: Props) {
  const { t } = useTranslation();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (focus) document.getElementById(field.id)?.focus();
  }, [focus, field.id]);
  const change = () => {
    setLost(!lost);
    field.onChange("");
    document.getElementById(field.id)?.focus();
  };
  return (
    <div className={styles.code}>
      <TextField
        {...field}
        label={t(lost ? "code.recovery" : "code.app")}
        autoComplete={lost ? "off" : "one-time-code"}
        inputMode={lost ? "text" : "numeric"}
        maxLength={lost ? 20 : 7}
        spellCheck={false}
        dir="ltr"
      />
      {recovery && (
        <Button variant="plain" onClick={change}>
          {t(lost ? "code.useApp" : "code.useRecovery")}
        </Button>
      )}
    </div>
  );
}
