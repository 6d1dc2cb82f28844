import type { Role } from "../api/types";
import {
  IconActivity,
  IconBeach,
  IconCalendarEvent,
  IconCalendarPlus,
  IconClipboardList,
  IconClock,
  IconHome,
  IconSettings,
  IconUsers,
} from "../ui/Icons";

/** The places of each role, in the order of their use. */
export const NAVIGATION = {
  patient: [
    { to: "/book", text: "nav.book", Icon: IconCalendarPlus },
    { to: "/visits", text: "nav.visits", Icon: IconClipboardList },
  ],
  doctor: [
    { to: "/schedule", text: "nav.schedule", Icon: IconCalendarEvent },
    { to: "/patients", text: "nav.patients", Icon: IconUsers },
    { to: "/hours", text: "nav.hours", Icon: IconClock },
    { to: "/time-off", text: "nav.timeOff", Icon: IconBeach },
  ],
  admin: [
    { to: "/home", text: "nav.home", Icon: IconHome },
    { to: "/people", text: "nav.people", Icon: IconUsers },
    { to: "/appointments", text: "nav.appointments", Icon: IconClipboardList },
    { to: "/clinic", text: "nav.clinic", Icon: IconSettings },
    { to: "/activity", text: "nav.activity", Icon: IconActivity },
  ],
} as const satisfies Record<Role, readonly { to: string; text: string; Icon: typeof IconHome }[]>;
