import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { useClinic } from "../../api/query";
import { useFormat } from "../../i18n/use-format";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { Pager } from "../../ui/Pager";
import { SkeletonList } from "../../ui/Skeleton";
import styles from "./Profile.module.css";

const readingsQuery = (patient: number, page: number) =>
  queryOptions({
    queryKey: ["patients", patient, "readings", page],
    queryFn: async ({ signal }) => {
      const params = { path: { id: patient }, query: { page, page_size: 10 } };
      const { data, meta } = await call(api.GET("/api/patients/{id}/readings/", { params, signal }));
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
  });

/** The patient's own medical history, and who has read or written it. */
export function ProfileHistory({ patient, text }: { patient: number; text: string }) {
  const { t } = useTranslation("auth");
  const format = useFormat();
  const { time_zone } = useClinic();
  const [page, setPage] = useState(1);
  const readings = useQuery(readingsQuery(patient, page));
  return (
    <Card title={t("profile.history")}>
      <p className={styles.text}>{text || t("profile.historyEmpty")}</p>
      <h3 className={styles.subhead}>{t("profile.readings")}</h3>
      <Faces
        query={readings}
        skeleton={<SkeletonList rows={3} height={44} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className={styles.muted}>{t("profile.readingsEmpty")}</p>}
      >
        {({ rows, meta }) => (
          <>
            <ul className={styles.rows}>
              {rows.map(({ at, by, by_name, act }) => (
                <li key={`${at} ${by} ${act}`} className={styles.row}>
                  <span className={styles.said}>
                    {t(act === "wrote" ? "profile.wrote" : "profile.read", { name: by_name })}
                  </span>
                  <span className={styles.muted}>{format.instant(at, time_zone)}</span>
                </li>
              ))}
            </ul>
            <Pager meta={meta} onPage={setPage} />
          </>
        )}
      </Faces>
    </Card>
  );
}
