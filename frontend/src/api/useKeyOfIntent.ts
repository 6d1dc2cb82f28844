import { useRef } from "react";

/** The key of a booking: the same words sent again are the same booking; other words are another. */
export function useKeyOfIntent(): (body: string) => string {
  const last = useRef({ body: "", key: "" });
  return (body) => {
    if (last.current.body !== body) last.current = { body, key: newKey() };
    return last.current.key;
  };
}

/** `crypto.randomUUID` is missing where a clinic's own network has no HTTPS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
