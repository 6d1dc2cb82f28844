import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function PeoplePage() {
  const { t } = useTranslation("people");
  return (
    <Page title={t("title")}>
      <EmptyState title={t("title")} />
    </Page>
  );
}
