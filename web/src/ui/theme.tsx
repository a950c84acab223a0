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

function subscribe(onChange: () => void): () => void {
  dark.addEventListener("change", onChange);
  return () => dark.removeEventListener("change", onChange);
}

export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [choice, setChoice] = useState<ThemeChoice>("system");
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
    () => ({ choice, shown, isPrinting, next: () => setChoice((now) => order[now]) }) as const,
    [choice, shown, isPrinting],
  );
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (theme === null) throw new Error("useTheme needs a ThemeProvider above it");
  return theme;
}
