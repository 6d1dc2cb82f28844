import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { TimeOff } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { zoneLabel } from "../../lib/clinic-format";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Faces } from "../../ui/Faces";
import { FormError } from "../../ui/FormError";
import { IconBeach, IconClockPause } from "../../ui/Icons";
import { Page } from "../../ui/Page";
import { Pager } from "../../ui/Pager";
import { SkeletonList } from "../../ui/Skeleton";
import { toast } from "../../ui/toast";
import { BlockTimeSheet } from "./BlockTimeSheet";
import styles from "./TimeOff.module.css";
import { TimeOffList } from "./TimeOffList";
import { timeOffQuery, useGiveBack, useTakeAgain, useTellBlocked } from "./time-off";
import { useOverlay } from "./useOverlay";

const route = getRouteApi("/time-off");

export function TimeOffPage() {
  const { t } = useTranslation(["schedule", "common"]);
  const { time_zone } = useClinic();
  const now = useClinicNow();
  const { page = 1, block } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(timeOffQuery(page));
  const giveBack = useGiveBack();
  const takeAgain = useTakeAgain();
  const blocked = useTellBlocked();
  const sheet = useOverlay({
    open: () => navigate({ search: (old) => ({ ...old, block: true }), resetScroll: false }),
    clear: () => navigate({ search: { page }, resetScroll: false, replace: true }),
  });

  function giveBackWithUndo(row: TimeOff): void {
    takeAgain.reset();
    giveBack.mutate(row.id, {
      onSuccess: () => toast(t("timeOff.givenBack"), () => takeAgain.mutate(row)),
    });
  }

  const open = (
    <Button variant="primary" icon={<IconClockPause aria-hidden />} onClick={() => sheet.open()}>
      {t("block.open")}
    </Button>
  );
  return (
    <Page
      title={t("timeOff.title")}
      subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}
      width="narrow"
      actions={Boolean(query.data?.meta.total) && open}
    >
      <div className={styles.page}>
        <FormError error={takeAgain.error ?? blocked.error} />
        <Faces
          query={query}
          skeleton={<SkeletonList rows={5} height={80} />}
          isEmpty={({ meta }) => meta.total === 0}
          empty={
            <EmptyState icon={<IconBeach />} title={t("timeOff.none")} action={open}>
              {t("timeOff.noneText")}
            </EmptyState>
          }
        >
          {({ rows, meta }) => (
            <>
              <TimeOffList rows={rows} now={now} giveBack={giveBack} onGiveBack={giveBackWithUndo} />
              <Pager meta={meta} onPage={(next) => void navigate({ search: { page: next } })} />
            </>
          )}
        </Faces>
      </div>
      {block && <BlockTimeSheet date={now.date} onBlocked={blocked.tell} onClose={sheet.close} />}
    </Page>
  );
}
