import activity from "./sw/activity.json";
import clinic from "./sw/clinic.json";
import patients from "./sw/patients.json";
import people from "./sw/people.json";
import schedule from "./sw/schedule.json";

export default { activity, clinic, patients, people, schedule };
