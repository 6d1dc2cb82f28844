import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { twoStepQuery } from "../../api/query";
import { Button, ButtonAnchor } from "../../ui/Button";
import { CodeField } from "../../ui/CodeField";
import { ErrorState } from "../../ui/ErrorState";
import { FormError } from "../../ui/FormError";
import { QrCode } from "../../ui/QrCode";
import { Skeleton } from "../../ui/Skeleton";
import { useForm } from "../../ui/useForm";
import { RecoveryCodes } from "./RecoveryCodes";
import styles from "./TwoStep.module.css";
import { confirmTwoStep, inFours, prepareTwoStep } from "./two-step";

/** The app learns the secret, its first code proves that it has, and the recovery codes are kept. */
export function TwoStepSetUp({ onDone }: { onDone: () => void }) {
  const [codes, setCodes] = useState<string[]>();
  const { mutate: prepare, data: prepared, error } = useMutation({ mutationFn: prepareTwoStep });
  useEffect(() => prepare(), [prepare]);
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (error) return <ErrorState error={error} onRetry={() => prepare()} />;
  if (!prepared) return <Skeleton height={320} />;
  return (
    <div className={styles.steps}>
      <Secret secret={prepared.secret} address={prepared.otpauth_url} />
      <FirstCode onConfirmed={setCodes} />
    </div>
  );
}

function Secret({ secret, address }: { secret: string; address: string }) {
  const { t } = useTranslation("auth");
  return (
    <div className={styles.step}>
      <p>{t("twoStep.scan")}</p>
      <QrCode text={address} label={t("twoStep.qr")} />
      <p className={styles.muted}>{t("twoStep.type")}</p>
      <code className={styles.secret}>{inFours(secret)}</code>
      <ButtonAnchor href={address}>{t("twoStep.open")}</ButtonAnchor>
    </div>
  );
}

function FirstCode({ onConfirmed }: { onConfirmed: (codes: string[]) => void }) {
  const { t } = useTranslation("auth");
  const queries = useQueryClient();
  const form = useForm({
    initial: { code: "" },
    check: ({ code }) => ({ code: code.trim() ? undefined : t("check.required") }),
    send: ({ code }) => confirmTwoStep(code),
    onSent: (codes) => {
      onConfirmed(codes);
      queries.setQueryData(
        twoStepQuery.queryKey,
        (known) => known && { ...known, on: true, recovery_codes_left: codes.length },
      );
    },
  });
  return (
    <form className={styles.step} onSubmit={form.submit} noValidate>
      <CodeField {...form.field("code")} recovery={false} />
      <FormError error={form.error} />
      <Button type="submit" variant="primary" busy={form.busy}>
        {t("twoStep.confirm")}
      </Button>
    </form>
  );
}
