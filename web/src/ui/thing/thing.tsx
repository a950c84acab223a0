import { Suspense, type ReactNode } from "react";
import { useRoute } from "../route.ts";
import { useTheme } from "../theme.tsx";
import type { ThingTab } from "./thing-tab.ts";
import { ThingTabs } from "./thing-tabs.tsx";

interface ThingProps {
  /** What it is called, for who does not see the page. */
  readonly name: string;
  /** Those that have something; the first stands open. */
  readonly tabs: readonly ThingTab[];
  /** Facts, standards and history: at the right where there is room, else below. */
  readonly rail: ReactNode;
}

/** What is said of one thing: in tabs, which stand in the address, beside what is always true of it. */
export function Thing({ name, tabs, rail }: ThingProps): ReactNode {
  const route = useRoute();
  const { isPrinting } = useTheme();
  const [first] = tabs;
  const open = tabs.find(({ id }) => id === route.query.get("tab")) ?? first;
  // Paper has no tabs: all of them, one under the other.
  const shown = isPrinting ? tabs : tabs.filter((tab) => tab === open);
  return (
    <div className="thing">
      <div className="thing-main">
        {tabs.length > 1 && !isPrinting && open !== undefined && (
          <ThingTabs name={name} tabs={tabs} open={open.id} />
        )}
        {shown.map((tab) => (
          <div
            key={tab.id}
            className="thing-panel"
            {...(tabs.length > 1 && !isPrinting
              ? { role: "tabpanel", id: "thing-panel", "aria-labelledby": `tab-${tab.id}` }
              : {})}
          >
            <Suspense fallback={<div className="bone bone-picture" />}>{tab.content()}</Suspense>
          </div>
        ))}
      </div>
      <aside className="thing-rail" aria-label={`${name} in short`}>
        <Suspense fallback={<div className="bone bone-picture" />}>{rail}</Suspense>
      </aside>
    </div>
  );
}
