import { getRouteApi } from "@tanstack/react-router";
import { Booking } from "./Booking";

const route = getRouteApi("/book");

/** The directory; on desktops with room beside it for the doctor to be chosen. */
export function BookPage() {
  return <Booking search={route.useSearch()} />;
}
