import { createRootRouteWithContext, createRoute } from "@tanstack/react-router";
import { anyone, only, onlySignedOut, type RouterContext, signedIn } from "./access";
import { NotFoundPage } from "./NotFoundPage";
import { page } from "./page";
import { byDoctor, byId } from "./params";
import { Shell } from "./Shell";
import { search } from "./search";

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});
const getParentRoute = () => root;

// Each page is a chunk of its own. One block a page, in the order of interface.md.
const landing = createRoute({
  getParentRoute,
  path: "/",
  beforeLoad: anyone,
  component: page(() => import("../features/auth/LandingPage"), "LandingPage"),
});

const signIn = createRoute({
  getParentRoute,
  path: "/sign-in",
  validateSearch: search.signIn,
  beforeLoad: onlySignedOut,
  component: page(() => import("../features/auth/SignInPage"), "SignInPage"),
});

const register = createRoute({
  getParentRoute,
  path: "/register",
  validateSearch: search.register,
  beforeLoad: onlySignedOut,
  component: page(() => import("../features/auth/RegisterPage"), "RegisterPage"),
});

const waiting = createRoute({
  getParentRoute,
  path: "/waiting",
  validateSearch: search.waiting,
  beforeLoad: onlySignedOut,
  component: page(() => import("../features/auth/WaitingPage"), "WaitingPage"),
});

const profile = createRoute({
  getParentRoute,
  path: "/profile",
  beforeLoad: signedIn,
  component: page(() => import("../features/auth/ProfilePage"), "ProfilePage"),
});

const twoStep = createRoute({
  getParentRoute,
  path: "/two-step",
  validateSearch: search.twoStep,
  beforeLoad: signedIn,
  component: page(() => import("../features/auth/TwoStepPage"), "TwoStepPage"),
});

const book = createRoute({
  getParentRoute,
  path: "/book",
  validateSearch: search.book,
  beforeLoad: only("patient"),
  component: page(() => import("../features/booking/BookPage"), "BookPage"),
});

// The same page: on desktops the list stays beside the doctor who is chosen.
const bookDoctor = createRoute({
  getParentRoute: () => book,
  path: "$doctorId",
  params: byDoctor,
  beforeLoad: only("patient"),
});

const booked = createRoute({
  getParentRoute,
  path: "/booked/$id",
  params: byId,
  beforeLoad: only("patient"),
  component: page(() => import("../features/booking/BookedPage"), "BookedPage"),
});

const visits = createRoute({
  getParentRoute,
  path: "/visits",
  validateSearch: search.visits,
  beforeLoad: only("patient"),
  component: page(() => import("../features/appointments/VisitsPage"), "VisitsPage"),
});

const visit = createRoute({
  getParentRoute,
  path: "/visits/$id",
  params: byId,
  beforeLoad: only(),
  component: page(() => import("../features/appointments/VisitPage"), "VisitPage"),
});

const change = createRoute({
  getParentRoute,
  path: "/visits/$id/change",
  params: byId,
  validateSearch: search.change,
  beforeLoad: only(),
  component: page(() => import("../features/booking/ChangePage"), "ChangePage"),
});

const schedule = createRoute({
  getParentRoute,
  path: "/schedule",
  validateSearch: search.schedule,
  beforeLoad: only("doctor"),
  component: page(() => import("../features/schedule/SchedulePage"), "SchedulePage"),
});

const hours = createRoute({
  getParentRoute,
  path: "/hours",
  beforeLoad: only("doctor"),
  component: page(() => import("../features/schedule/HoursPage"), "HoursPage"),
});

const timeOff = createRoute({
  getParentRoute,
  path: "/time-off",
  validateSearch: search.timeOff,
  beforeLoad: only("doctor"),
  component: page(() => import("../features/schedule/TimeOffPage"), "TimeOffPage"),
});

const patients = createRoute({
  getParentRoute,
  path: "/patients",
  validateSearch: search.patients,
  beforeLoad: only("doctor"),
  component: page(() => import("../features/patients/PatientsPage"), "PatientsPage"),
});

const patient = createRoute({
  getParentRoute,
  path: "/patients/$id",
  params: byId,
  validateSearch: search.patient,
  beforeLoad: only("doctor"),
  component: page(() => import("../features/patients/PatientPage"), "PatientPage"),
});

const home = createRoute({
  getParentRoute,
  path: "/home",
  beforeLoad: only("admin"),
  component: page(() => import("../features/clinic/HomePage"), "HomePage"),
});

const people = createRoute({
  getParentRoute,
  path: "/people",
  validateSearch: search.people,
  beforeLoad: only("admin"),
  component: page(() => import("../features/people/PeoplePage"), "PeoplePage"),
});

const person = createRoute({
  getParentRoute,
  path: "/people/$id",
  params: byId,
  beforeLoad: only("admin"),
  component: page(() => import("../features/people/PersonPage"), "PersonPage"),
});

const doctorHours = createRoute({
  getParentRoute,
  path: "/people/$id/hours",
  params: byId,
  beforeLoad: only("admin"),
  component: page(() => import("../features/schedule/DoctorSchedulePages"), "DoctorHoursPage"),
});

const doctorTimeOff = createRoute({
  getParentRoute,
  path: "/people/$id/time-off",
  params: byId,
  validateSearch: search.timeOff,
  beforeLoad: only("admin"),
  component: page(() => import("../features/schedule/DoctorSchedulePages"), "DoctorTimeOffPage"),
});

const clinic = createRoute({
  getParentRoute,
  path: "/clinic",
  beforeLoad: only("admin"),
  component: page(() => import("../features/clinic/ClinicPage"), "ClinicPage"),
});

const appointments = createRoute({
  getParentRoute,
  path: "/appointments",
  validateSearch: search.appointments,
  beforeLoad: only("admin"),
  component: page(() => import("../features/appointments/AppointmentsPage"), "AppointmentsPage"),
});

const activity = createRoute({
  getParentRoute,
  path: "/activity",
  validateSearch: search.activity,
  beforeLoad: only("admin"),
  component: page(() => import("../features/activity/ActivityPage"), "ActivityPage"),
});

/** Every other address. */
const unknown = createRoute({ getParentRoute, path: "$", beforeLoad: anyone, component: NotFoundPage });

export const routeTree = root.addChildren({
  landing,
  signIn,
  register,
  waiting,
  profile,
  twoStep,
  book: book.addChildren({ bookDoctor }),
  booked,
  visits,
  visit,
  change,
  schedule,
  hours,
  timeOff,
  patients,
  patient,
  home,
  people,
  person,
  doctorHours,
  doctorTimeOff,
  clinic,
  appointments,
  activity,
  unknown,
});
