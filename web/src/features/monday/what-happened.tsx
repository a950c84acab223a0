import type { ReactNode } from "react";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Panel } from "#web/ui/screen.tsx";
import { startOf, useScope, type Range } from "#web/ui/scope.ts";
import { dateWords, plural } from "#web/ui/words.ts";
import { happened } from "./happened.ts";
import { HappenedList } from "./happened-list.tsx";

const sinceWords: Readonly<Record<Range, string>> = {
  "30": "in the last 30 days",
  "90": "in the last 90 days",
  "365": "in the last year",
  all: "since the beginning",
};

/** Opens what only it needs, copied code above all, while the reader reads what stands over it. */
export function WhatHappened({ team }: { readonly team: string | null }): ReactNode {
  const found = useSections(
    "components",
    "capabilities",
    "consumptions",
    "duplication",
    "reliability",
    "experience",
    "changes",
  );
  const { asOf, previous } = useReportIndex();
  const { range } = useScope();
  const events = happened(found, { team, from: startOf(range, asOf) });
  return (
    <Panel
      title={`What happened ${sinceWords[range]}`}
      note={
        previous === null ? undefined : (
          <>
            {plural(found.changes.length, "figure")} changed since the report of{" "}
            {dateWords(previous.asOf)}: <a href="#/changes">which, and why</a>.
          </>
        )
      }
    >
      <HappenedList events={events} />
    </Panel>
  );
}
