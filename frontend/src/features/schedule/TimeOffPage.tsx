import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { TimesOff } from "./TimesOff";

const route = getRouteApi("/time-off");

/** One's own times off. */
export function TimeOffPage() {
  const { t } = useTranslation("schedule");
  const navigate = route.useNavigate();
  return (
    <TimesOff
      {...route.useSearch()}
      title={t("timeOff.title")}
      go={(search, how) => void navigate({ search, ...how })}
    />
  );
}
