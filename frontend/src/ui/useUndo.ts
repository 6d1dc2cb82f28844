import { useMutation } from "@tanstack/react-query";
import { toast } from "./toast";

/** Tells of an act with the way back. Where the way back is refused, `error` is the page's to show. */
export function useUndo() {
  const undo = useMutation({ mutationFn: (back: () => Promise<unknown>) => back() });
  return {
    error: undo.error,
    offer(text: string, back: () => Promise<unknown>): void {
      undo.reset();
      toast(text, () => undo.mutate(back));
    },
  };
}

export type Offer = ReturnType<typeof useUndo>["offer"];
