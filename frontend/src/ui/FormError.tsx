import { Notice } from "./Notice";
import { useErrorText } from "./useErrorText";

/** The sentence of a refusal that belongs to no single field; nothing while there is none. */
export function FormError({ error }: { error: unknown }) {
  const say = useErrorText();
  if (!error) return null;
  return <Notice tone="bad">{say(error)}</Notice>;
}
