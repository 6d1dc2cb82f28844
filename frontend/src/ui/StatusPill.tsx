import { useTranslation } from "react-i18next";
import type { PersonDetail, Visit } from "../api/types";
import { IconCalendarEvent, IconCheck, IconDoorEnter, IconUserX, IconX } from "./Icons";
import { Pill, type Tone } from "./Pill";

const VISIT = {
  scheduled: { tone: "info", Icon: IconCalendarEvent },
  arrived: { tone: "warn", Icon: IconDoorEnter },
  completed: { tone: "ok", Icon: IconCheck },
  cancelled: { tone: "neutral", Icon: IconX },
  no_show: { tone: "bad", Icon: IconUserX },
} as const;

export type VisitLook = keyof typeof VISIT;

/** A scheduled visit whose patient has checked in is shown as arrived. */
export function visitLook(visit: Pick<Visit, "status" | "checked_in_at">): VisitLook {
  return visit.status === "scheduled" && visit.checked_in_at ? "arrived" : visit.status;
}

export function VisitStatusPill({ visit }: { visit: Pick<Visit, "status" | "checked_in_at"> }) {
  const { t } = useTranslation();
  const look = visitLook(visit);
  const { tone, Icon } = VISIT[look];
  return (
    <Pill tone={tone} icon={<Icon aria-hidden />}>
      {t(`status.${look}`)}
    </Pill>
  );
}

const STATE: Record<PersonDetail["state"], Tone> = {
  pending: "warn",
  active: "ok",
  rejected: "bad",
  deactivated: "neutral",
};

export function PersonStatePill({ state }: { state: PersonDetail["state"] }) {
  const { t } = useTranslation();
  return <Pill tone={STATE[state]}>{t(`state.${state}`)}</Pill>;
}
