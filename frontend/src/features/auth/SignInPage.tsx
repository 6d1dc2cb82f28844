import { useTranslation } from "react-i18next";
import { Page } from "../../ui/Page";

export function SignInPage() {
  const { t } = useTranslation();
  return <Page title={t("account.profile")}>{null}</Page>;
}
