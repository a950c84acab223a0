import { useEffect } from "react";
import { routeHref } from "#web/ui/route.ts";
import { focusRow } from "#web/ui/table/focus-row.ts";
import { screens } from "./screens.tsx";

const chordMilliseconds = 1200;

interface Shortcuts {
  readonly onKeys: () => void;
  readonly onSearch: () => void;
}

/**
 * Ctrl or ⌘ K searches, `?` lists the keys, `/` goes to the filter, `e` marks what opens into evidence, `g` and a letter go
 * to a screen. Typing in a field is left alone, and so is whatever has a dialog over it.
 */
export function useShortcuts({ onKeys, onSearch }: Shortcuts): void {
  useEffect(() => {
    let chordAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (document.querySelector('[role="dialog"]') !== null) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onSearch();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isChord = event.timeStamp - chordAt < chordMilliseconds;
      chordAt = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const screen = isChord ? screens.find((one) => one.key === event.key) : undefined;
      if (screen !== undefined) {
        globalThis.location.hash = routeHref(screen.path);
      } else if (event.key === "?") {
        onKeys();
      } else if (event.key === "j" && document.activeElement?.closest("tr[data-index]") == null) {
        focusRow(document.querySelector("tr[data-index]"));
      } else if (event.key === "e") {
        document.body.toggleAttribute("data-shows-evidence");
      } else if (event.key === "/") {
        const filter = document.querySelector<HTMLElement>("[data-filter]");
        if (filter === null) return;
        event.preventDefault();
        filter.focus();
      }
    };
    globalThis.addEventListener("keydown", onKeyDown);
    return () => globalThis.removeEventListener("keydown", onKeyDown);
  }, [onKeys, onSearch]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select, textarea")
  );
}
