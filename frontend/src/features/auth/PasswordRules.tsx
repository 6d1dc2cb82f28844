import { useTranslation } from "react-i18next";
import { IconCircleCheck, IconInfoCircle } from "../../ui/Icons";
import styles from "./Auth.module.css";
import { isLikeOwn, PASSWORD_LENGTH, type Typed } from "./registration";

type Props = { password: string; person: Pick<Typed, "full_name" | "email" | "national_id"> };

/** The rules of a password, each ticked as soon as it is met. */
export function PasswordRules({ password, person }: Props) {
  const { t } = useTranslation("auth");
  const rules = [
    { text: t("register.ruleLength"), met: password.length >= PASSWORD_LENGTH },
    { text: t("register.ruleOwn"), met: password !== "" && !isLikeOwn(password, person) },
  ];
  return (
    <ul className={styles.rules} aria-label={t("register.rules")} aria-live="polite">
      {rules.map(({ text, met }) => (
        <li key={text} className={`${styles.rule} ${met ? styles.met : ""}`}>
          {met ? <IconCircleCheck aria-hidden /> : <IconInfoCircle aria-hidden />}
          {text}
          {met && <span className="heard">✓</span>}
        </li>
      ))}
    </ul>
  );
}
