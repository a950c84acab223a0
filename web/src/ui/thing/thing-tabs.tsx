import type { KeyboardEvent, ReactNode } from "react";
import { replaceRoute, useRoute, withQuery } from "../route.ts";
import { numberWords } from "../words.ts";
import { nextTab } from "./next-tab.ts";
import type { ThingTab } from "./thing-tab.ts";

interface ThingTabsProps {
  readonly name: string;
  readonly tabs: readonly ThingTab[];
  readonly open: string;
}

/** Arrow keys go from tab to tab, Home and End to the first and the last; the one that is open stands in the address. */
export function ThingTabs({ name, tabs, open }: ThingTabsProps): ReactNode {
  const route = useRoute();
  const ids = tabs.map(({ id }) => id);
  const show = (id: string): void =>
    replaceRoute(withQuery(route, { tab: id === ids[0] ? [] : [id] }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextTab(ids, open, event.key);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(next);
    document.querySelector<HTMLElement>(`[id="tab-${next}"]`)?.focus();
  };
  return (
    <div className="thing-tabs no-print" role="tablist" aria-label={name} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === open}
          aria-controls={id === open ? "thing-panel" : undefined}
          tabIndex={id === open ? 0 : -1}
          onClick={() => show(id)}
        >
          {label}
          {count !== undefined && <span className="tab-count"> {numberWords(count)}</span>}
        </button>
      ))}
    </div>
  );
}
