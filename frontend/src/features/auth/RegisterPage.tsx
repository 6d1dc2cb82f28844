import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/types";
import { currentLanguage } from "../../i18n/language";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { Page } from "../../ui/Page";
import { useForm } from "../../ui/useForm";
import styles from "./Auth.module.css";
import { RegisterFields } from "./RegisterFields";
import { RoleChoice } from "./RoleChoice";
import { BLANK, faultsOf, register, type Typed } from "./registration";
import { keepCredentials } from "./sign-in";

const route = getRouteApi("/register");

export function RegisterPage() {
  const { t } = useTranslation("auth");
  const { role, to } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: Role) =>
    navigate({ search: (old) => ({ ...old, role: next }), replace: true, resetScroll: false });

  const form = useForm({
    initial: BLANK,
    check: (typed) => sentences(typed, role ?? "patient"),
    send: (typed) => register(typed, role ?? "patient", currentLanguage()),
    onSent: (_, typed) => {
      keepCredentials({ national_id: typed.national_id, password: typed.password });
      void navigate({ to: "/waiting", search: to ? { to } : {} });
    },
  });

  function sentences(typed: Typed, as: Role) {
    const faults = Object.entries(faultsOf(typed, as));
    return Object.fromEntries(faults.map(([field, fault]) => [field, t(`check.${fault}`)]));
  }

  return (
    <Page title={t("register.title")} subtitle={t("register.subtitle")} width="narrow">
      <Card>
        <form className={styles.form} onSubmit={form.submit} noValidate>
          <RoleChoice value={role} onChange={choose} />
          {role && (
            <>
              <RegisterFields form={form} role={role} />
              <FormError error={form.error} />
              <Button type="submit" variant="primary" size="main" block busy={form.busy}>
                {t("register.submit")}
              </Button>
            </>
          )}
          <p className={styles.aside}>
            {t("register.have")} <Link to="/sign-in">{t("register.signIn")}</Link>
          </p>
        </form>
      </Card>
    </Page>
  );
}
