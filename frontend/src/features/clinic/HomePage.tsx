import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function HomePage() {
  const { t } = useTranslation("clinic");
  return (
    <Page title={t("home")}>
      <EmptyState title={t("home")} />
    </Page>
  );
}
