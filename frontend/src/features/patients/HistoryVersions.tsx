import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { useFormat } from "../../i18n/use-format";
import { Faces } from "../../ui/Faces";
import { Pager } from "../../ui/Pager";
import { SkeletonList } from "../../ui/Skeleton";
import styles from "./Patients.module.css";
import { versionsQuery } from "./patient";

/** Who wrote what and when, the newest first; each opens to its text. */
export function HistoryVersions({ patient }: { patient: number }) {
  const { t } = useTranslation("patients");
  const format = useFormat();
  const { time_zone } = useClinic();
  const [page, setPage] = useState(1);
  const versions = useQuery(versionsQuery(patient, page));
  return (
    <section className={styles.versions}>
      <h3>{t("history.versions")}</h3>
      <Faces
        query={versions}
        skeleton={<SkeletonList rows={3} height={44} />}
        isEmpty={({ meta }) => meta.total === 0}
        empty={<p className={styles.muted}>{t("history.noVersions")}</p>}
      >
        {({ rows, meta }) => (
          <>
            {rows.map(({ id, text, written_at, written_by_name }) => (
              <details key={id} className={styles.version}>
                <summary>
                  {format.instant(written_at, time_zone)} <bdi>{written_by_name}</bdi>
                </summary>
                <p className={text ? styles.text : styles.muted}>
                  <bdi>{text || t("history.emptied")}</bdi>
                </p>
              </details>
            ))}
            <Pager meta={meta} onPage={setPage} />
          </>
        )}
      </Faces>
    </section>
  );
}
