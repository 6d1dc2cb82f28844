import { useQuery } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isRefusal, OfflineError } from "../api/api-error";
import { meQuery } from "../api/query";
import { HOME } from "../lib/home";
import { ButtonLink } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { ErrorState } from "../ui/ErrorState";
import { IconLock } from "../ui/Icons";
import { Page } from "../ui/Page";
import { NoAccess } from "./access";
import { NotFoundPage } from "./NotFoundPage";

/** What a page shows in its place: no access, not found, offline, or something broke. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof NoAccess) return <NoAccessPage />;
  if (isRefusal(error, "not_found")) return <NotFoundPage />;
  const title = t(error instanceof OfflineError ? "error.offline.title" : "error.broke.title");
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={title} headingHidden>
      <ErrorState error={error} title={title} onRetry={retry} />
    </Page>
  );
}

function NoAccessPage() {
  const { t } = useTranslation();
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  if (!me) return <NotFoundPage />;
  return (
    <Page title={t("error.denied.title")} headingHidden>
      <EmptyState
        icon={<IconLock size={28} />}
        title={t("error.denied.title")}
        action={
          <ButtonLink to={HOME[me.role]} variant="primary">
            {t("error.home")}
          </ButtonLink>
        }
      >
        {t("error.denied.text", { role: t(`role.${me.role}`).toLocaleLowerCase(me.language) })}
      </EmptyState>
    </Page>
  );
}
