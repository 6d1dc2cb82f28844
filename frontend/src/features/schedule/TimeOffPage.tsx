import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function TimeOffPage() {
  const { t } = useTranslation("schedule");
  return (
    <Page title={t("timeOff")}>
      <EmptyState title={t("timeOff")} />
    </Page>
  );
}
