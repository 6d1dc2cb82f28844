import { useSyncExternalStore } from "react";
import { colorScheme, onColorScheme } from "../lib/color-scheme";

export const useColorScheme = () => useSyncExternalStore(onColorScheme, colorScheme);
