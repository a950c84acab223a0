import type { ReactNode } from "react";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Prose, sentence } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { percentWords, plural } from "#web/ui/words.ts";
import { SignalCard } from "./signal-card.tsx";
import { VerdictReasons } from "./verdict.tsx";
import {
  ChancesPanel,
  CostOfWaiting,
  NextSteps,
  SensitivityTable,
  WhatItBrings,
} from "./verdict-panels.tsx";
import { decayWords, signsFigure, verdictHeadline, verdictLead } from "./signal-words.ts";

const question = "Does this organisation need a platform product manager?";

export function SignalsScreen(): ReactNode {
  const { verdict, signals, decays, alignment } = useSection("signals").signals;
  return (
    <Screen
      title={question}
      question={question}
      section="signals"
      finding={verdictHeadline(verdict)}
      lead={<Prose>{verdictLead(verdict)}</Prose>}
      keyFigure={signsFigure(verdict)}
    >
      <VerdictReasons verdict={verdict} />
      <ChancesPanel verdict={verdict} />
      <Panel title="What would settle it" note="What tells most for an hour of asking, first.">
        <NextSteps verdict={verdict} />
      </Panel>
      <Panel title="What waiting costs">
        <CostOfWaiting verdict={verdict} />
      </Panel>
      <Panel
        title="The seven signals"
        note="The chance that each holds, by all that was seen, and in brackets before anything was: present from two thirds, likely from a half, possible from a third; not looked at where too little was seen. The points that a score runs between are judgements; fulcrum.yaml changes them."
      >
        <div className="cards">
          {signals.map((one) => (
            <SignalCard
              key={one.id}
              title={`${String(one.id)}. ${one.title}`}
              one={one}
              pointer={`/signals/signals/${String(one.id)}`}
            />
          ))}
        </div>
      </Panel>
      <Panel title="Five ways a platform decays without one">
        <div className="cards">
          {decays.map((one) => (
            <SignalCard
              key={one.id}
              title={decayWords[one.id]}
              one={one}
              pointer={`/signals/decays/${one.id}`}
            />
          ))}
        </div>
      </Panel>
      <Panel
        title="What would change the answer?"
        note="The chances again, with one thing changed at a time."
      >
        <SensitivityTable verdict={verdict} />
      </Panel>
      <Panel title="What the role brings">
        <WhatItBrings verdict={verdict} />
      </Panel>
      <Panel title="Do decisions serve goals?">
        {alignment === null ? (
          <Unknown pointer="/signals/alignment" />
        ) : (
          <p>
            <Figure evidence={alignment.evidenceIds}>
              {plural(alignment.decisionsCount, "decision record")}
            </Figure>{" "}
            and {plural(alignment.goalsCount, "goal")}.{" "}
            {alignment.decisionsWithGoal === null ? (
              <Unknown pointer="/signals/alignment/decisionsWithGoal" />
            ) : (
              sentence(
                `${percentWords(alignment.decisionsWithGoal)} of decisions name a goal, ${percentWords(alignment.goalsWithDecision ?? 0)} of goals have a decision`,
              )
            )}{" "}
            <a href="#/decisions">Goals and decisions</a>
          </p>
        )}
      </Panel>
    </Screen>
  );
}
