import { useTranslation } from "react-i18next";
import { ApiError, OfflineError } from "../api/api-error";

/** What to say of an error: the server's own sentence where it has one. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof OfflineError) return t("error.offline.text");
    if (!(error instanceof ApiError)) return t("error.unknown");
    const fields = Object.values(error.fieldErrors).filter(Boolean);
    return [error.message || t("error.unknown"), ...fields].join(" ");
  };
}
