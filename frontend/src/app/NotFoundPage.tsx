import { useTranslation } from "react-i18next";
import { ButtonLink } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { IconSearch } from "../ui/Icons";
import { Page } from "../ui/Page";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("error.notFound.title")} headingHidden>
      <EmptyState
        icon={<IconSearch size={28} />}
        title={t("error.notFound.title")}
        action={
          <ButtonLink to="/" variant="primary">
            {t("error.home")}
          </ButtonLink>
        }
      >
        {t("error.notFound.text")}
      </EmptyState>
    </Page>
  );
}
