import { type PointerEvent, useState } from "react";
import { type PlainDate, timeAt } from "../lib/clinic-time";
import type { Span } from "./week-layout";

const STEP = 15;

type Options = {
  date: PlainDate;
  fromHour: number;
  toHour: number;
  onSelectSpan?: ((span: Span) => void) | undefined;
};

/** Dragging down a day's column with the mouse, in steps of a quarter of an hour. */
export function useSpan({ date, fromHour, toHour, onSelectSpan }: Options) {
  const [drag, setDrag] = useState<{ start: number; end: number } | null>(null);

  function minutesAt(event: PointerEvent<HTMLElement>): number {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    const minutes = fromHour * 60 + share * (toHour - fromHour) * 60;
    return Math.min(toHour * 60, Math.max(fromHour * 60, Math.round(minutes / STEP) * STEP));
  }

  function spanOf({ start, end }: { start: number; end: number }): Span | null {
    const [from, to] = [Math.min(start, end), Math.max(start, end)];
    // A day's end is 23:59 on the wall clock: 24:00 is no time that a form or the server takes.
    return to > from ? { date, from: timeAt(from), to: timeAt(Math.min(to, 24 * 60 - 1)) } : null;
  }

  const handlers = onSelectSpan && {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== "mouse" || event.button !== 0) return;
      if ((event.target as Element).closest("button")) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const start = minutesAt(event);
      setDrag({ start, end: start });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag) setDrag({ ...drag, end: minutesAt(event) });
    },
    onPointerUp: () => {
      const span = drag && spanOf(drag);
      setDrag(null);
      if (span) onSelectSpan(span);
    },
    onPointerCancel: () => setDrag(null),
  };

  return { span: drag && spanOf(drag), handlers };
}
