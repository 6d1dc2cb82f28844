import activity from "./en/activity.json";
import clinic from "./en/clinic.json";
import patients from "./en/patients.json";
import people from "./en/people.json";
import schedule from "./en/schedule.json";

export default { activity, clinic, patients, people, schedule };
