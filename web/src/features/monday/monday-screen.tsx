import { Suspense, type ReactNode } from "react";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Prose } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { startOf, useScope, type Range } from "#web/ui/scope.ts";
import { dateWords, percentWords, plural } from "#web/ui/words.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { signsFigure, verdictHeadline, verdictLead } from "../signals/signal-words.ts";
import { BiggestChange } from "./biggest-change.tsx";
import { DecideThisWeek } from "./decide-this-week.tsx";
import { happened } from "./happened.ts";
import { HappenedList } from "./happened-list.tsx";
import { Tiles } from "#web/ui/tiles/tiles.tsx";
import { tilesOf } from "./tiles.ts";

const sinceWords: Readonly<Record<Range, string>> = {
  "30": "in the last 30 days",
  "90": "in the last 90 days",
  "365": "in the last year",
  all: "since the beginning",
};

/** The state of the platform, what changed and what to decide, in this order; of the whole organisation or of one team. */
export function MondayScreen(): ReactNode {
  const found = useSections(
    "organisation",
    "components",
    "capabilities",
    "consumptions",
    "adoption",
    "delivery",
    "reliability",
    "signals",
  );
  const { asOf, sections } = useReportIndex();
  const { team } = useScope();
  const names = useNames();
  const teamName = team === null ? null : (names.teams.get(team)?.name ?? team);
  const { verdict } = found.signals;
  const tiles = tilesOf({ ...found, asOf }, team);
  const seen = sections.signals.coverage;
  return (
    <Screen
      title="Monday"
      question={
        teamName === null
          ? `${found.organisation.name}, as of ${dateWords(asOf)}`
          : `${teamName} at ${found.organisation.name}, as of ${dateWords(asOf)}`
      }
      section="organisation"
      finding={<a href="#/case">{verdictHeadline(verdict)}</a>}
      lead={
        <>
          <Prose>{verdictLead(verdict)}</Prose>
          {seen !== null && <> {percentWords(seen)} of the evidence was looked at.</>}
        </>
      }
      keyFigure={signsFigure(verdict)}
    >
      <Tiles tiles={tiles} />
      <div className="monday-row">
        <BiggestChange team={team} />
        <DecideThisWeek team={team} />
      </div>
      <Suspense fallback={<div className="bone bone-picture" />}>
        <WhatHappened />
      </Suspense>
    </Screen>
  );
}

/** Opens what only it needs, copied code above all, while the reader reads what stands over it. */
function WhatHappened(): ReactNode {
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
  const { team, range } = useScope();
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
