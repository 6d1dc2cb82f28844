import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { IconSettings, IconStethoscope, IconUser } from "../../ui/Icons";
import styles from "./Auth.module.css";

const ROLES = [
  { role: "patient", text: "register.patientText", Icon: IconUser },
  { role: "doctor", text: "register.doctorText", Icon: IconStethoscope },
  { role: "admin", text: "register.adminText", Icon: IconSettings },
] as const;

type Props = { value: Role | undefined; onChange: (role: Role) => void };

/** The first question: everything else follows from it. */
export function RoleChoice({ value, onChange }: Props) {
  const { t } = useTranslation(["auth", "common"]);
  return (
    <fieldset className={styles.roles}>
      <legend>{t("register.role")}</legend>
      {ROLES.map(({ role, text, Icon }) => (
        <label key={role} className={styles.role}>
          <input
            type="radio"
            className="heard"
            name="role"
            value={role}
            checked={role === value}
            onChange={() => onChange(role)}
          />
          <Icon aria-hidden />
          <strong>{t(`common:role.${role}`)}</strong>
          <small>{t(text)}</small>
        </label>
      ))}
    </fieldset>
  );
}
