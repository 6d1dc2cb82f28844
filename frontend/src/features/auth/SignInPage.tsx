import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { CodeField } from "../../ui/CodeField";
import { Notice } from "../../ui/Notice";
import { Page } from "../../ui/Page";
import { PasswordField } from "../../ui/PasswordField";
import { TextField } from "../../ui/TextField";
import { type Form, useForm } from "../../ui/useForm";
import styles from "./Auth.module.css";
import { SignInRefusal } from "./SignInRefusal";
import { keepCredentials, signIn } from "./sign-in";
import { useCountdown } from "./useCountdown";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t } = useTranslation(["auth", "common"]);
  const { ended, to } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [wantsCode, setWantsCode] = useState(false);
  const form = useForm({
    initial: { national_id: "", password: "", code: "" },
    check: (typed) => ({
      national_id: typed.national_id.trim() ? undefined : t("check.required"),
      password: typed.password ? undefined : t("check.required"),
      code: typed.code.trim() || !wantsCode ? undefined : t("check.required"),
    }),
    send: (typed) =>
      signIn(typed, queries).catch((error: unknown) => {
        if (isRefusal(error, "code_required")) return setWantsCode(true);
        if (!isRefusal(error, "account_pending")) throw error;
        keepCredentials(typed);
        return navigate({ to: "/waiting", search: to ? { to } : {} });
      }),
  });
  const locked = useCountdown(isRefusal(form.error, "locked_out") ? form.error.retryAfter : null) > 0;

  const back = () => {
    setWantsCode(false);
    form.set("code", "");
    form.setError(null);
  };

  return (
    <Page
      title={t("signIn.title")}
      subtitle={t(wantsCode ? "signIn.codeText" : "signIn.subtitle")}
      width="form"
    >
      <Card>
        <form className={styles.form} onSubmit={form.submit} noValidate>
          {ended && !form.error && <Notice>{t("signIn.ended")}</Notice>}
          <SignInRefusal error={form.error} withCode={wantsCode} />
          {wantsCode ? <CodeField {...form.field("code")} focus /> : <IdAndPassword form={form} />}
          <Button type="submit" variant="primary" size="main" block busy={form.busy} disabled={locked}>
            {t("signIn.submit")}
          </Button>
          {wantsCode ? (
            <Button variant="plain" onClick={back}>
              {t("common:act.back")}
            </Button>
          ) : (
            <p className={styles.aside}>
              {t("signIn.new")} <Link to="/register">{t("signIn.register")}</Link>
            </p>
          )}
        </form>
      </Card>
    </Page>
  );
}

function IdAndPassword({ form }: { form: Form<{ national_id: string; password: string; code: string }> }) {
  const { t } = useTranslation("auth");
  return (
    <>
      <TextField
        label={t("field.nationalId")}
        autoComplete="username"
        autoCapitalize="characters"
        spellCheck={false}
        {...form.field("national_id")}
      />
      <PasswordField
        label={t("field.password")}
        autoComplete="current-password"
        {...form.field("password")}
      />
    </>
  );
}
