import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { IconStethoscope } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { useWide } from "../../ui/useWide";
import { BookDoctor } from "./BookDoctor";
import styles from "./BookPage.module.css";
import { DoctorSkeleton } from "./DoctorFaces";
import { DoctorList } from "./DoctorList";
import { doctorsQuery, isBookable, useDoctorName } from "./doctors";

const route = getRouteApi("/book");

/** Directory and doctor: side by side on desktops, one at a time on phones. */
export function BookPage() {
  const { t } = useTranslation("booking");
  const wide = useWide();
  const { date, time, ...filters } = route.useSearch();
  const { doctorId } = useParams({ strict: false });
  const name = useDoctorName(doctorId);
  const navigate = useNavigate();
  const choice = { date, time };
  const alone = doctorId !== undefined && !wide;
  // Where there is room, the first doctor who can be booked is open already.
  const directory = useQuery({ ...doctorsQuery(filters), enabled: wide && doctorId === undefined });
  const shown = doctorId ?? (wide ? directory.data?.doctors.find(isBookable)?.id : undefined);
  const list = (
    <DoctorList
      filters={filters}
      onFilters={(next) => void navigate({ to: ".", search: { ...choice, ...next }, replace: true })}
      linkTo={(id) => ({ to: "/book/$doctorId", params: { doctorId: id }, search: filters })}
      chosen={shown}
    />
  );
  return (
    <Page
      title={name ?? t("title")}
      heading={t("title")}
      subtitle={t("subtitle")}
      headingHidden={alone}
      {...(alone && { back: { label: t("doctor.all"), link: { to: "/book", search: filters } } })}
    >
      {!wide && (alone ? <BookDoctor id={doctorId} choice={choice} /> : list)}
      {wide && (
        <div className={styles.beside}>
          {list}
          <Card padded={false} className={styles.detail}>
            <div className={styles.inside}>
              {shown !== undefined && <BookDoctor id={shown} choice={choice} />}
              {shown === undefined && (directory.isPending ? <DoctorSkeleton /> : <NobodyChosen />)}
            </div>
          </Card>
        </div>
      )}
    </Page>
  );
}

function NobodyChosen() {
  const { t } = useTranslation("booking");
  return (
    <EmptyState icon={<IconStethoscope size={28} />} title={t("pick.title")}>
      {t("pick.text")}
    </EmptyState>
  );
}
