import { http } from "msw";
import { setupServer } from "msw/node";
import { list, ok } from "./answers";
import { clinic, doctor, doctors, slotDays, users, visit } from "./clinic-data";

/** What every test starts with; a test adds its own with `server.use(http.get(path(…), …))`. */
export const path = (tail: string) => `*/api/${tail}`;

export const server = setupServer(
  http.get(path("clinic/"), () => ok(clinic)),
  http.get(path("clinic/closed-days/"), () => list([])),
  http.get(path("auth/me/"), () => ok(users.patient)),
  http.patch(path("auth/me/"), async ({ request }) =>
    ok({ ...users.patient, ...((await request.json()) as object) }),
  ),
  http.post(path("auth/logout/"), () => ok(null)),
  http.get(path("auth/sessions/"), () => list([])),
  http.get(path("auth/two-step/"), () => ok({ on: false, required: false, recovery_codes_left: 0 })),
  http.get(path("doctors/"), () => list(doctors)),
  http.get(path("doctors/specializations/"), () =>
    ok([
      { name: "General practice", doctors: 1 },
      { name: "Paediatrics", doctors: 1 },
    ]),
  ),
  http.get(path("doctors/:id/"), () => ok(doctor)),
  http.get(path("doctors/:id/slots/"), ({ request }) => {
    const asked = new URL(request.url).searchParams;
    return ok(slotDays(asked.get("date") ?? "", Number(asked.get("days") ?? 1)));
  }),
  http.get(path("doctors/:id/working-hours/"), () => ok([{ weekday: 1, opens: "08:00", closes: "17:00" }])),
  http.get(path("doctors/:id/time-off/"), () => list([])),
  http.get(path("appointments/"), () => list([visit()])),
  http.get(path("appointments/:id/"), () => ok({ ...visit(), history: [] })),
  http.get(path("patients/"), () => list([users.patient])),
  http.get(path("patients/:id/"), () => ok(users.patient)),
  http.get(path("patients/:id/medical-history/"), () => list([])),
  http.get(path("patients/:id/readings/"), () => list([])),
  http.get(path("users/"), () => list([])),
  http.get(path("activity/"), () => list([])),
);
