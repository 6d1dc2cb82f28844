import appointments from "./en/appointments.json";
import auth from "./en/auth.json";
import booking from "./en/booking.json";
import common from "./en/common.json";
import visits from "./en/visits.json";

export default { appointments, auth, booking, common, visits };
