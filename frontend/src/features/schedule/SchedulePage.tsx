import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import { useClinicNow } from "../../api/useClinicNow";
import { useFormat } from "../../i18n/use-format";
import { zoneLabel } from "../../lib/clinic-format";
import { addDays, startOfWeek } from "../../lib/clinic-time";
import { FormError } from "../../ui/FormError";
import { Page } from "../../ui/Page";
import { useWide } from "../../ui/useWide";
import type { Span } from "../../ui/week-layout";
import { AvailabilitySwitch } from "./AvailabilitySwitch";
import { BlockTimeSheet } from "./BlockTimeSheet";
import { BookSheet } from "./BookSheet";
import styles from "./Schedule.module.css";
import { ScheduleActions } from "./ScheduleActions";
import { ScheduleDay } from "./ScheduleDay";
import { ScheduleWeek } from "./ScheduleWeek";
import { useTellBlocked } from "./time-off";
import { useOverlay } from "./useOverlay";
import { VisitDrawer } from "./VisitDrawer";

const route = getRouteApi("/schedule");

/** A doctor's day and week. What lies over it (a visit, a form) is part of the address, so Back closes it. */
export function SchedulePage() {
  const { t } = useTranslation("schedule");
  const format = useFormat();
  const wide = useWide();
  const { time_zone } = useClinic();
  const now = useClinicNow();
  const search = route.useSearch();
  const blocked = useTellBlocked();
  const { open, close, go } = useScheduleSteps();
  const day = search.date ?? now.date;
  const monday = startOfWeek(day);
  const range = `${format.date(monday, "dayMonth")} – ${format.date(addDays(monday, 6), "year")}`;
  const block = (span?: Span) =>
    open({ block: true, date: span?.date ?? day, from: span?.from, to: span?.to });
  const showDay = (date: string) => go(date === now.date ? undefined : date);

  const actions = (
    <ScheduleActions
      day={day}
      today={now.date}
      onDay={showDay}
      onBlock={() => block()}
      onBook={() => open({ book: "new" })}
    />
  );

  return (
    <Page
      title={t("title")}
      subtitle={`${range} · ${zoneLabel(time_zone)}`}
      width="wide"
      actions={wide && actions}
    >
      <FormError error={blocked.error} />
      {wide ? (
        <ScheduleWeek
          monday={monday}
          now={now}
          aside={<AvailabilitySwitch />}
          onVisit={(visit) => open({ visit })}
          onSpan={block}
        />
      ) : (
        <div className={styles.phone}>
          {actions}
          <AvailabilitySwitch />
          <ScheduleDay day={day} onDay={showDay} onVisit={(visit) => open({ visit })} />
        </div>
      )}
      {search.visit && <VisitDrawer key={search.visit} id={search.visit} onClose={close} />}
      {search.book && (
        <BookSheet
          patient={search.book === "new" ? null : search.book}
          day={search.date}
          onClose={close}
          onBooked={showDay}
        />
      )}
      {search.block && (
        <BlockTimeSheet
          date={day}
          from={search.from ?? ""}
          to={search.to ?? ""}
          onBlocked={blocked.tell}
          onClose={close}
        />
      )}
    </Page>
  );
}

type Search = ReturnType<typeof route.useSearch>;
type Over = { [key in keyof Search]?: Search[key] | undefined };

const NOTHING_OVER: Over = {
  visit: undefined,
  book: undefined,
  block: undefined,
  from: undefined,
  to: undefined,
};

/** A visit or a form over the schedule, and steps to another day. */
function useScheduleSteps() {
  const navigate = route.useNavigate();
  const step = (over: Over, replace: boolean) =>
    navigate({
      search: (old) => ({ ...old, ...NOTHING_OVER, ...over }) as Search,
      resetScroll: false,
      replace,
    });
  const { open, close, forget } = useOverlay({
    open: (over: Over) => step(over, false),
    clear: () => step({}, true),
  });
  function go(date: string | undefined): void {
    forget();
    void step({ date }, true);
  }
  return { open, close, go };
}
