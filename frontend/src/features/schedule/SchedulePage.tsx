import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function SchedulePage() {
  const { t } = useTranslation("schedule");
  return (
    <Page title={t("title")}>
      <EmptyState title={t("title")} />
    </Page>
  );
}
