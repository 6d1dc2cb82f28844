import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function VisitsPage() {
  const { t } = useTranslation("appointments");
  return (
    <Page title={t("mine")}>
      <EmptyState title={t("mine")} />
    </Page>
  );
}
