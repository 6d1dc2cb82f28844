import { useSyncExternalStore } from "react";

export type ToastMessage = { id: number; text: string; undo?: () => void };

let shown: ToastMessage | null = null;
let last = 0;
const listeners = new Set<() => void>();

function put(next: ToastMessage | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Tells of a success, with the way to undo it. Errors never come here: they stand where the person looks. */
export function toast(text: string, undo?: () => void): void {
  last += 1;
  put({ id: last, text, ...(undo && { undo }) });
}

export function hideToast(): void {
  put(null);
}

export function useToast(): ToastMessage | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
