import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/query";
import { HOME } from "../../lib/home";
import { Card } from "../../ui/Card";
import { Page } from "../../ui/Page";
import { TwoStepSetUp } from "./TwoStepSetUp";

const route = getRouteApi("/two-step");

/** For whom the clinic requires it: set it up, then go on to where one was going. */
export function TwoStepPage() {
  const { t } = useTranslation("auth");
  const me = useMe();
  const navigate = route.useNavigate();
  const { to } = route.useSearch();
  return (
    <Page title={t("twoStep.title")} subtitle={t("twoStep.required")} width="form">
      <Card>
        <TwoStepSetUp onDone={() => navigate({ href: to ?? HOME[me.role], replace: true })} />
      </Card>
    </Page>
  );
}
