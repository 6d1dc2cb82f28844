import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function PatientPage() {
  const { t } = useTranslation("patients");
  return (
    <Page title={t("one")}>
      <EmptyState title={t("one")} />
    </Page>
  );
}
