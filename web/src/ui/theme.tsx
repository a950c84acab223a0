import {
  createContext,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { flushSync } from "react-dom";
import { keepSetting, keptSetting } from "./settings.ts";

type ThemeChoice = "system" | "light" | "dark";

interface Theme {
  readonly choice: ThemeChoice;
  readonly shown: "light" | "dark";
  readonly isPrinting: boolean;
  readonly next: () => void;
}

const ThemeContext = createContext<Theme | null>(null);
const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");
const order: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: "light",
  light: "dark",
  dark: "system",
};

const setting = "colours";

function keptChoice(): ThemeChoice {
  const kept = keptSetting(setting);
  return kept === "light" || kept === "dark" ? kept : "system";
}

function subscribe(onChange: () => void): () => void {
  dark.addEventListener("change", onChange);
  return () => dark.removeEventListener("change", onChange);
}

export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [choice, setChoice] = useState<ThemeChoice>(keptChoice);
  const [isPrinting, setPrinting] = useState(false);
  const isDark = useSyncExternalStore(subscribe, () => dark.matches);
  const shown = isPrinting ? "light" : choice === "system" ? (isDark ? "dark" : "light") : choice;

  useEffect(() => {
    // Paper is white: charts must have their light colours, tables all their rows, before the browser lays out.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    globalThis.addEventListener("beforeprint", before);
    globalThis.addEventListener("afterprint", after);
    return () => {
      globalThis.removeEventListener("beforeprint", before);
      globalThis.removeEventListener("afterprint", after);
    };
  }, []);

  // During rendering, not in an effect: charts read the colours of the page in their own effects, which run first.
  document.documentElement.dataset["theme"] = shown;
  const theme = useMemo(
    () =>
      ({
        choice,
        shown,
        isPrinting,
        next: () => {
          keepSetting(setting, order[choice]);
          setChoice(order[choice]);
        },
      }) as const,
    [choice, shown, isPrinting],
  );
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (theme === null) throw new Error("useTheme needs a ThemeProvider above it");
  return theme;
}
