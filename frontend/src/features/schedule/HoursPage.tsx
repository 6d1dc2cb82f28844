import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function HoursPage() {
  const { t } = useTranslation("schedule");
  return (
    <Page title={t("hours")}>
      <EmptyState title={t("hours")} />
    </Page>
  );
}
