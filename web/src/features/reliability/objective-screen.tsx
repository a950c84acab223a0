import type { ReactNode } from "react";
import { placeOf } from "#web/api/places.ts";
import type { Objective } from "#web/api/report-rows.ts";
import { useItem } from "#web/api/use-report.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Name } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { dateWords, daysWords, decimalWords, numberWords, percentWords } from "#web/ui/words.ts";
import { Alerts } from "./alerts.tsx";
import { BurnDownChart } from "./burn-down-chart.tsx";
import { BurnDownPoints } from "./burn-down-points.tsx";
import {
  budgetWords,
  lastDayWords,
  methodWords,
  policyWords,
  stateWords,
  targetWords,
  windowWords,
} from "./reliability-words.ts";

export function ObjectiveScreen({ id }: { readonly id: string }): ReactNode {
  const objective = useItem("reliability", id);
  if (objective === null) return <NotFound what="objective" id={id} />;
  const pointer = placeOf("reliability", id);
  return (
    <Screen
      key={id}
      title={objective.name}
      question="Objective"
      finding={<Name>{objective.name}</Name>}
      section="reliability"
      lead={<Answer objective={objective} pointer={pointer} />}
    >
      {objective.description !== null && <p className="introduction">{objective.description}</p>}
      {objective.burnDown.length > 0 && <BurnDownChart objective={objective} />}
      <Panel title="How it is measured">
        <FactList facts={factsOf(objective, pointer)} />
      </Panel>
      <Alerts objective={objective} pointer={pointer} />
      <BurnDownPoints objective={objective} />
    </Screen>
  );
}

function Answer({
  objective,
  pointer,
}: {
  readonly objective: Objective;
  readonly pointer: string;
}): ReactNode {
  const { budgetLeft, state, evidenceIds } = objective;
  if (budgetLeft === null) return <Unknown pointer={`${pointer}/budgetLeft`} />;
  return (
    <>
      <Figure evidence={evidenceIds} n={Math.round(objective.n)}>
        {budgetWords(budgetLeft)}
      </Figure>{" "}
      of its error budget: {stateWords[state]}. {policyWords[state]}
    </>
  );
}

function factsOf(objective: Objective, pointer: string): readonly Fact[] {
  const { window, budget, unit } = objective;
  return [
    {
      term: "Component",
      detail:
        objective.componentId === null ? (
          <Unknown pointer={`${pointer}/componentId`} />
        ) : (
          <ComponentLink id={objective.componentId} />
        ),
    },
    { term: "Target", detail: targetWords(objective.objective) },
    {
      term: "Window",
      detail: `${windowWords(objective)}${window === null ? "" : `: ${dateWords(window.from)} to ${lastDayWords(window.end)}`}`,
    },
    { term: "Budgeting", detail: methodWords[objective.method] },
    {
      term: "Measured",
      detail: `${numberWords(objective.good)} good of ${numberWords(objective.n)} ${unit}; data cover ${percentWords(objective.coverage)} of the window`,
    },
    ...(budget === null
      ? []
      : [
          {
            term: "Error budget",
            detail: `${decimalWords(budget.spent)} of ${decimalWords(budget.allowed)} bad ${unit} used up`,
          },
        ]),
    ...(objective.spentInSeconds === null
      ? []
      : [
          {
            term: "At this pace",
            detail: `spent in ${daysWords(objective.spentInSeconds / 86_400)}`,
          },
        ]),
  ];
}
