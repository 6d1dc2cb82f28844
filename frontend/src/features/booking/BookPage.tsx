import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function BookPage() {
  const { t } = useTranslation("booking");
  return (
    <Page title={t("title")}>
      <EmptyState title={t("title")} />
    </Page>
  );
}
