import appointments from "./sw/appointments.json";
import auth from "./sw/auth.json";
import booking from "./sw/booking.json";
import common from "./sw/common.json";
import visits from "./sw/visits.json";

export default { appointments, auth, booking, common, visits };
