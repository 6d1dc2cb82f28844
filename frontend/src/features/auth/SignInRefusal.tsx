import { useTranslation } from "react-i18next";
import { type ApiError, isRefusal } from "../../api/api-error";
import { ButtonLink } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { Notice } from "../../ui/Notice";
import { minutesAndSeconds, useCountdown } from "./useCountdown";

/** Why one cannot come in, and what to do about it. */
export function SignInRefusal({ error, withCode = false }: { error: unknown; withCode?: boolean }) {
  const { t } = useTranslation("auth");
  if (isRefusal(error, "locked_out")) return <LockedOut error={error} />;
  // The password was right a moment ago.
  if (withCode && isRefusal(error, "bad_credentials"))
    return <Notice tone="bad">{t("signIn.codeWrong")}</Notice>;
  if (isRefusal(error, "account_rejected")) return <Rejected error={error} />;
  if (isRefusal(error, "account_deactivated"))
    return (
      <Notice tone="warn" title={t("signIn.deactivated")}>
        {error.message}
      </Notice>
    );
  return <FormError error={error} />;
}

function LockedOut({ error }: { error: ApiError }) {
  const { t } = useTranslation("auth");
  const left = useCountdown(error.retryAfter ?? 0);
  if (left === 0) return <Notice tone="info">{t("signIn.lockedOutOver")}</Notice>;
  return (
    <Notice tone="warn" title={t("signIn.lockedOut")}>
      <span role="timer" aria-live="off">
        {t("signIn.lockedOutWait", { time: minutesAndSeconds(left) })}
      </span>
    </Notice>
  );
}

function Rejected({ error }: { error: ApiError }) {
  const { t } = useTranslation("auth");
  const { reason } = (error.data ?? {}) as { reason?: string };
  return (
    <Notice
      tone="warn"
      title={t("signIn.rejected")}
      actions={<ButtonLink to="/register">{t("signIn.registerAgain")}</ButtonLink>}
    >
      {reason ? t("signIn.reason", { reason }) : error.message}
    </Notice>
  );
}
