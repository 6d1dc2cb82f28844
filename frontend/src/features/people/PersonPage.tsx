import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState";
import { Page } from "../../ui/Page";

export function PersonPage() {
  const { t } = useTranslation("people");
  return (
    <Page title={t("one")}>
      <EmptyState title={t("one")} />
    </Page>
  );
}
