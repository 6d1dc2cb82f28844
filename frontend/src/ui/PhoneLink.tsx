import { formatPhone } from "../lib/phone";

/** A number to tap. */
export function PhoneLink({ number }: { number: string }) {
  if (!number) return null;
  return (
    <a href={`tel:+${number}`} dir="ltr">
      {formatPhone(number)}
    </a>
  );
}
