import { Suspense, type ReactNode } from "react";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Prose } from "#web/ui/prose.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { useScope } from "#web/ui/scope.ts";
import { dateWords, percentWords } from "#web/ui/words.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { signsFigure, verdictHeadline, verdictLead } from "../signals/signal-words.ts";
import { BiggestChange } from "./biggest-change.tsx";
import { DecideThisWeek } from "./decide-this-week.tsx";
import { Tiles } from "#web/ui/tiles/tiles.tsx";
import { tilesOf } from "./tiles.ts";
import { WhatHappened } from "./what-happened.tsx";

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
    "stability",
    "repositories",
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
        <WhatHappened team={team} leadsToChanges />
      </Suspense>
    </Screen>
  );
}
