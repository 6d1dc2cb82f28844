import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { Faces } from "../../ui/Faces";
import { Sheet } from "../../ui/Sheet";
import { Skeleton, SkeletonGroup } from "../../ui/Skeleton";
import styles from "./Drawer.module.css";
import { VisitDetails } from "./VisitDetails";
import { VisitMove } from "./VisitMove";
import { visitQuery } from "./visit";

type Props = { id: number; onClose: () => void };

/** One visit over the schedule. */
export function VisitDrawer({ id, onClose }: Props) {
  const { t } = useTranslation("schedule");
  const queries = useQueryClient();
  const [view, setView] = useState<"details" | "move" | "moved">("details");
  const content = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its view: the reader goes on in the new one.
  function turn(next: typeof view): void {
    flushSync(() => setView(next));
    content.current?.focus();
  }
  const visit = useQuery({ ...visitQuery(id), placeholderData: () => listed(queries, id) });
  const title =
    visit.data &&
    (view === "move" ? t("move.title", { name: visit.data.patient_name }) : visit.data.patient_name);
  return (
    <Sheet title={<bdi>{title ?? t("visit")}</bdi>} onClose={onClose}>
      <Faces query={visit} skeleton={<DrawerSkeleton />}>
        {(data) => (
          <div ref={content} tabIndex={-1} className={styles.content}>
            {view === "move" ? (
              <VisitMove visit={data} onBack={() => turn("details")} onMoved={() => turn("moved")} />
            ) : (
              <VisitDetails visit={data} moved={view === "moved"} onMove={() => turn("move")} />
            )}
          </div>
        )}
      </Faces>
    </Sheet>
  );
}

/** The visit as a week's list already knows it, so that the drawer opens with its content. */
function listed(queries: ReturnType<typeof useQueryClient>, id: number): Visit | undefined {
  return queries
    .getQueriesData<Visit[]>({ queryKey: ["appointments", "week"] })
    .flatMap(([, visits]) => visits ?? [])
    .find((visit) => visit.id === id);
}

function DrawerSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton width={52} height={52} radius="50%" />
      <Skeleton height={48} />
      <Skeleton height={24} />
      <Skeleton height={24} />
      <Skeleton height={50} radius="12px" />
      <Skeleton height={44} />
    </SkeletonGroup>
  );
}
