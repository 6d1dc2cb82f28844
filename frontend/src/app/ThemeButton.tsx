import { useTranslation } from "react-i18next";
import { setColorScheme } from "../lib/color-scheme";
import { IconMoon, IconSun } from "../ui/Icons";
import { useColorScheme } from "../ui/useColorScheme";
import styles from "./Shell.module.css";

export function ThemeButton() {
  const { t } = useTranslation();
  const dark = useColorScheme() === "dark";
  const Icon = dark ? IconSun : IconMoon;
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={t(dark ? "theme.toLight" : "theme.toDark")}
      onClick={() => setColorScheme(dark ? "light" : "dark")}
    >
      <Icon size={22} aria-hidden />
    </button>
  );
}
