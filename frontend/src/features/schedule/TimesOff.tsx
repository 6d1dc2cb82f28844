import { useQuery } from "@tanstack/react-query";
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
import { useWhose } from "./whose";

type Search = { page?: number; block?: boolean };

type Props = Search & {
  title: string;
  back?: Parameters<typeof Page>[0]["back"];
  /** Changes the page's address; opening the sheet is a step of its own. */
  go: (search: Search, how?: { replace?: boolean; resetScroll?: boolean }) => void;
};

/** A doctor's times off: what is to come, what is past, and how to block more. */
export function TimesOff({ page = 1, block, title, back, go }: Props) {
  const { t } = useTranslation(["schedule", "common"]);
  const { time_zone } = useClinic();
  const now = useClinicNow();
  const query = useQuery(timeOffQuery(page, useWhose()));
  const giveBack = useGiveBack();
  const takeAgain = useTakeAgain();
  const blocked = useTellBlocked();
  const sheet = useOverlay({
    open: () => go({ page, block: true }, { resetScroll: false }),
    clear: () => go({ page }, { resetScroll: false, replace: true }),
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
      title={title}
      subtitle={t("common:zone", { zone: zoneLabel(time_zone) })}
      {...(back && { back })}
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
              <Pager meta={meta} onPage={(next) => go({ page: next })} />
            </>
          )}
        </Faces>
      </div>
      {block && <BlockTimeSheet date={now.date} onBlocked={blocked.tell} onClose={sheet.close} />}
    </Page>
  );
}
