import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function PatientsPage() {
  const { t } = useTranslation("patients");
  return (
    <Page title={t("title")}>
      <EmptyState title={t("title")} />
    </Page>
  );
}
