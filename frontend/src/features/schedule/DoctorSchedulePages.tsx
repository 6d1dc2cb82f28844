import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { personQuery } from "../../api/people";
import { useClinic } from "../../api/query";
import { zoneLabel } from "../../lib/clinic-format";
import { Page } from "../../ui/Page";
import { Hours } from "./HoursPage";
import { TimesOff } from "./TimesOff";
import { WhoseSchedule } from "./whose";

const hoursRoute = getRouteApi("/people/$id/hours");
const timeOffRoute = getRouteApi("/people/$id/time-off");

/** A doctor's working hours, kept by an admin. */
export function DoctorHoursPage() {
  const { t } = useTranslation(["schedule", "common"]);
  const { time_zone } = useClinic();
  const { id } = hoursRoute.useParams();
  const { name, back } = useDoctor(id);
  return (
    <WhoseSchedule value={id}>
      <Page
        title={t("hours.of", { name })}
        subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}
        back={back}
      >
        <Hours />
      </Page>
    </WhoseSchedule>
  );
}

/** A doctor's times off, kept by an admin. */
export function DoctorTimeOffPage() {
  const { t } = useTranslation("schedule");
  const { id } = timeOffRoute.useParams();
  const navigate = timeOffRoute.useNavigate();
  const { name, back } = useDoctor(id);
  return (
    <WhoseSchedule value={id}>
      <TimesOff
        {...timeOffRoute.useSearch()}
        title={t("timeOff.of", { name })}
        back={back}
        go={(search, how) => void navigate({ search, ...how })}
      />
    </WhoseSchedule>
  );
}

function useDoctor(id: number) {
  const { t } = useTranslation("common");
  const name = useQuery(personQuery(id)).data?.full_name ?? t("role.doctor");
  return { name, back: { label: name, link: { to: "/people/$id", params: { id } } as const } };
}
