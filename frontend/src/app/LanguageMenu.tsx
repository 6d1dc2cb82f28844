import { useTranslation } from "react-i18next";
import { useChooseLanguage } from "../api/use-language";
import { LANGUAGE_NAMES, LANGUAGES } from "../i18n/language";
import { IconCheck, IconLanguage } from "../ui/Icons";
import { Menu, MenuItem } from "../ui/Menu";
import styles from "./Shell.module.css";

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const choose = useChooseLanguage();
  return (
    <Menu label={t("language.change")} face={<IconLanguage size={22} aria-hidden />} className={styles.tool}>
      {LANGUAGES.map((code) => (
        <MenuItem
          key={code}
          lang={code}
          aria-pressed={i18n.language === code}
          icon={i18n.language === code ? <IconCheck aria-hidden /> : <span style={{ width: 20 }} />}
          onClick={() => choose.mutate(code)}
        >
          {LANGUAGE_NAMES[code]}
        </MenuItem>
      ))}
    </Menu>
  );
}
