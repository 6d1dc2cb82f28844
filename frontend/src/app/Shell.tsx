import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { clinicQuery, meQuery } from "../api/query";
import type { User } from "../api/types";
import { ButtonLink } from "../ui/Button";
import { Toast } from "../ui/Toast";
import { AccountMenu } from "./AccountMenu";
import { BrandMark } from "./BrandMark";
import { LanguageMenu } from "./LanguageMenu";
import { NAVIGATION } from "./navigation";
import styles from "./Shell.module.css";
import { ThemeButton } from "./ThemeButton";
import { useFocusOnArrival } from "./useFocusOnArrival";

/** What stands around every page. */
export function Shell() {
  const { t } = useTranslation();
  const clinic = useQuery({ ...clinicQuery, enabled: false }).data;
  const me = useQuery({ ...meQuery, enabled: false }).data;
  useFocusOnArrival();
  return (
    <div className={`${styles.shell} ${me ? styles.withNav : styles.withoutNav}`}>
      <a href="#content" className={styles.skip}>
        {t("nav.skip")}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          <BrandMark />
          <span>{clinic?.name}</span>
        </Link>
        {me && <Navigation role={me.role} />}
        <LanguageMenu />
        <ThemeButton />
        {me ? <AccountMenu me={me} /> : <SignInLink />}
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Toast />
    </div>
  );
}

function Navigation({ role }: { role: User["role"] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.nav} aria-label={t("nav.main")}>
      {NAVIGATION[role].map(({ to, text, Icon }) => (
        <Link key={to} to={to} className={styles.place} activeOptions={{ includeSearch: false }}>
          <Icon aria-hidden />
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}

/** Pages whose content leads to the sign-in already. */
const HAVE_THEIR_OWN = new Set(["/", "/sign-in", "/waiting"]);

function SignInLink() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (HAVE_THEIR_OWN.has(pathname)) return null;
  return (
    <ButtonLink to="/sign-in" variant="quiet">
      {t("account.signIn")}
    </ButtonLink>
  );
}
