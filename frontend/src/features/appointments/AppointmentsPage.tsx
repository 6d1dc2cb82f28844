import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function AppointmentsPage() {
  const { t } = useTranslation("appointments");
  return (
    <Page title={t("all")}>
      <EmptyState title={t("all")} />
    </Page>
  );
}
