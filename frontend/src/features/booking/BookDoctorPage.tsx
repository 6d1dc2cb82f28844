import { getRouteApi } from "@tanstack/react-router";
import { Booking } from "./Booking";

const route = getRouteApi("/book/$doctorId");

/** One doctor's days and times; on desktops beside the directory. */
export function BookDoctorPage() {
  return <Booking search={route.useSearch()} doctorId={route.useParams().doctorId} />;
}
