import activity from "./en/activity.json";
import appointments from "./en/appointments.json";
import auth from "./en/auth.json";
import booking from "./en/booking.json";
import clinic from "./en/clinic.json";
import common from "./en/common.json";
import patients from "./en/patients.json";
import people from "./en/people.json";
import schedule from "./en/schedule.json";
import visits from "./en/visits.json";

export default { activity, appointments, auth, booking, clinic, common, patients, people, schedule, visits };
