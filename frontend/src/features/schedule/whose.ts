import { createContext, useContext } from "react";

export type Whose = number | "me";

/** Whose hours and times off a page keeps: one's own, or a doctor's of whom an admin takes care. */
export const WhoseSchedule = createContext<Whose>("me");

export const useWhose = (): Whose => useContext(WhoseSchedule);
