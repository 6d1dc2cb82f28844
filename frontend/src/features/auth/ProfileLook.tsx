import { useTranslation } from "react-i18next";
import { useChooseLanguage } from "../../api/use-language";
import { LANGUAGE_NAMES, LANGUAGES, type LanguageCode } from "../../i18n/language";
import { setColorScheme } from "../../lib/color-scheme";
import { Card } from "../../ui/Card";
import { ChipRow } from "../../ui/ChipRow";
import { FormError } from "../../ui/FormError";
import { useColorScheme } from "../../ui/useColorScheme";
import styles from "./Profile.module.css";

/** Language and colours: both take effect at once. */
export function ProfileLook() {
  const { t, i18n } = useTranslation("auth");
  const choose = useChooseLanguage();
  const scheme = useColorScheme();
  return (
    <Card title={t("profile.look")}>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <p aria-hidden>{t("profile.language")}</p>
          <ChipRow
            label={t("profile.language")}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={i18n.language as LanguageCode}
            onChange={(code) => choose.mutate(code)}
          />
          <FormError error={choose.error} />
        </div>
        <div className={styles.choice}>
          <p aria-hidden>{t("profile.theme")}</p>
          <ChipRow
            label={t("profile.theme")}
            options={[
              { value: "light", label: t("profile.light") },
              { value: "dark", label: t("profile.dark") },
            ]}
            value={scheme}
            onChange={setColorScheme}
          />
        </div>
      </div>
    </Card>
  );
}
