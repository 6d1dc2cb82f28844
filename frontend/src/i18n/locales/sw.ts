import activity from "./sw/activity.json";
import appointments from "./sw/appointments.json";
import auth from "./sw/auth.json";
import booking from "./sw/booking.json";
import clinic from "./sw/clinic.json";
import common from "./sw/common.json";
import patients from "./sw/patients.json";
import people from "./sw/people.json";
import schedule from "./sw/schedule.json";
import visits from "./sw/visits.json";

export default { activity, appointments, auth, booking, clinic, common, patients, people, schedule, visits };
