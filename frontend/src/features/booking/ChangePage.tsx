import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/query";
import type { VisitDetail } from "../../api/types";
import { visitQuery } from "../../api/visits";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { Page } from "../../ui/Page";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { useMoment } from "../../ui/useMoment";
import { useWide } from "../../ui/useWide";
import { ChangeTime } from "./ChangeTime";
import { DoctorList } from "./DoctorList";

const route = getRouteApi("/visits/$id/change");

/** Another time for a visit that stands, with the same doctor or another. */
export function ChangePage() {
  const { t } = useTranslation("booking");
  const moment = useMoment();
  const { id } = route.useParams();
  const { choose } = route.useSearch();
  const query = useQuery(visitQuery(id));
  const visit = query.data;
  const now = visit && moment(visit.appointment_date, visit.appointment_time);
  return (
    <Page
      title={t(choose ? "change.doctor" : "change.title")}
      subtitle={now && t("change.now", { when: now, doctor: visit.doctor_name })}
      back={{ label: t("change.back"), link: { to: "/visits/$id", params: { id } } }}
    >
      <Faces query={query} skeleton={<ChangeSkeleton />}>
        {(found) => <Change visit={found} />}
      </Faces>
    </Page>
  );
}

function Change({ visit }: { visit: VisitDetail }) {
  const wide = useWide();
  const me = useMe();
  const navigate = route.useNavigate();
  const { date, time, doctor = visit.doctor, choose, ...filters } = route.useSearch();
  const { id } = visit;
  if (!visit.can.includes("reschedule")) return <Navigate to="/visits/$id" params={{ id }} replace />;
  if (choose && me.role !== "doctor")
    return (
      <DoctorList
        filters={filters}
        onFilters={(next) => void navigate({ search: { doctor, choose, ...next }, replace: true })}
        linkTo={(to) => ({ to: "/visits/$id/change", params: { id }, search: { doctor: to } })}
        chosen={doctor}
      />
    );
  const change = <ChangeTime visit={visit} doctorId={doctor} choice={{ date, time }} />;
  return wide ? <Card>{change}</Card> : change;
}

function ChangeSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton width={240} height={56} />
      <Skeleton height={88} />
      <Skeleton height={240} />
    </SkeletonGroup>
  );
}
