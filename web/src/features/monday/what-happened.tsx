import type { ReactNode } from "react";
import { useReportIndex, useSection, useSections } from "#web/api/use-report.ts";
import { Panel } from "#web/ui/screen.tsx";
import { startOf, useScope, type Range } from "#web/ui/scope.ts";
import { dateWords, plural } from "#web/ui/words.ts";
import { happened, type Happening } from "./happened.ts";
import { HappenedList } from "./happened-list.tsx";

const sinceWords: Readonly<Record<Range, string>> = {
  "30": "in the last 30 days",
  "90": "in the last 90 days",
  "365": "in the last year",
  all: "since the beginning",
};

/** What happened in the range that the reader chose, and the words for that range. */
export function useHappened(team: string | null): {
  readonly events: readonly Happening[];
  readonly words: string;
} {
  const found = useSections(
    "components",
    "capabilities",
    "consumptions",
    "duplication",
    "reliability",
    "experience",
  );
  const { asOf } = useReportIndex();
  const { range } = useScope();
  return {
    events: happened(found, { team, from: startOf(range, asOf) }),
    words: sinceWords[range],
  };
}

/** Opens what only it needs, copied code above all, while the reader reads what stands over it. */
export function WhatHappened({
  team,
  leadsToChanges = false,
}: {
  readonly team: string | null;
  readonly leadsToChanges?: boolean;
}): ReactNode {
  const { changes } = useSection("changes");
  const { previous } = useReportIndex();
  const { events, words } = useHappened(team);
  return (
    <Panel
      title={`What happened ${words}`}
      note={
        previous === null || !leadsToChanges ? undefined : (
          <>
            {plural(changes.length, "figure")} changed since the report of{" "}
            {dateWords(previous.asOf)}: <a href="#/changes">which, and why</a>.
          </>
        )
      }
    >
      <HappenedList events={events} />
    </Panel>
  );
}
