import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { IconStethoscope } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { useWide } from "../../ui/useWide";
import { BookDoctor } from "./BookDoctor";
import styles from "./Booking.module.css";
import { DoctorList } from "./DoctorList";
import { type Filters, useDoctorName } from "./doctors";
import type { Choice } from "./open-times";

type Props = { search: Filters & Choice; doctorId?: number };

/** List and doctor side by side on desktops, one at a time on phones. */
export function Booking({ search, doctorId }: Props) {
  const { t } = useTranslation("booking");
  const wide = useWide();
  const name = useDoctorName(doctorId);
  const navigate = useNavigate();
  const { date, time, ...filters } = search;
  const alone = doctorId !== undefined && !wide;
  const list = (
    <DoctorList
      filters={filters}
      onFilters={(next) => void navigate({ to: ".", search: { date, time, ...next }, replace: true })}
      linkTo={(id) => ({ to: "/book/$doctorId", params: { doctorId: id }, search: filters })}
      chosen={doctorId}
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
      {wide ? (
        <div className={styles.beside}>
          {list}
          <Card padded={false} className={styles.detail}>
            <div className={styles.inside}>
              {doctorId === undefined ? (
                <EmptyState icon={<IconStethoscope size={28} />} title={t("pick.title")}>
                  {t("pick.text")}
                </EmptyState>
              ) : (
                <BookDoctor id={doctorId} choice={{ date, time }} />
              )}
            </div>
          </Card>
        </div>
      ) : alone ? (
        <BookDoctor id={doctorId} choice={{ date, time }} />
      ) : (
        list
      )}
    </Page>
  );
}
