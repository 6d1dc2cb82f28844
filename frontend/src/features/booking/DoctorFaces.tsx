import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal } from "../../api/api-error";
import type { Doctor } from "../../api/types";
import { ButtonLink } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { IconUserX } from "../../ui/Icons";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import { useWide } from "../../ui/useWide";
import { useDoctor } from "./doctors";
import styles from "./SlotPicker.module.css";

/** A doctor who has left the clinic is no fault to try again: there are others. */
export function DoctorFaces({ id, children }: { id: number; children: (doctor: Doctor) => ReactNode }) {
  const { t } = useTranslation("booking");
  const query = useDoctor(id);
  if (!query.data && isRefusal(query.error, "not_found"))
    return (
      <EmptyState
        icon={<IconUserX size={28} />}
        title={t("left.title")}
        action={
          <ButtonLink to="/book" variant="quiet">
            {t("doctor.all")}
          </ButtonLink>
        }
      >
        {t("left.text")}
      </EmptyState>
    );
  return (
    <Faces query={query} skeleton={<DoctorSkeleton />}>
      {children}
    </Faces>
  );
}

/** Days and times: side by side on desktops, a strip above the times on phones. */
export function DoctorSkeleton() {
  const wide = useWide();
  return (
    <SkeletonGroup>
      <Skeleton width={240} height={56} />
      <div className={styles.picker}>
        <Skeleton height={wide ? 360 : 88} />
        <Skeleton height={wide ? 360 : 240} />
      </div>
    </SkeletonGroup>
  );
}
