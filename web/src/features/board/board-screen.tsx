import type { ReactNode } from "react";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Prose, sentence } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { dateWords } from "#web/ui/words.ts";
import { verdictHeadline, verdictLead } from "../signals/signal-words.ts";
import { NextSteps } from "../signals/verdict-panels.tsx";
import { TwoByTwoPicture } from "../signals/two-by-two.tsx";
import { BoardEvidence } from "./board-evidence.tsx";
import {
  boardFacts,
  boardOptions,
  decisionWords,
  factWords,
  type BoardOption,
} from "./board-words.ts";

const question = "Board paper: product management of the platform";

/** The decision on one printed page, and what stands behind it on those after it. */
export function BoardScreen(): ReactNode {
  const { signals, staffing, sourcing, organisation } = useSections(
    "signals",
    "staffing",
    "sourcing",
    "organisation",
  );
  const { asOf } = useReportIndex();
  const { verdict } = signals;
  const facts = boardFacts(signals.signals);
  return (
    <Screen
      title={question}
      question={`${question}. ${organisation.name}, ${dateWords(asOf)}`}
      section="signals"
      finding={verdictHeadline(verdict)}
      lead={<Prose>{verdictLead(verdict)}</Prose>}
    >
      <p className="no-print">
        <button type="button" onClick={() => globalThis.print()}>
          Print on A4
        </button>
      </p>
      <div className="board-page">
        <Panel title="The decision asked">
          <p>
            <Prose>{decisionWords(verdict, staffing)}</Prose>
          </p>
        </Panel>
        <Panel title={facts.length === 0 ? "No fact speaks yet" : "The facts that speak loudest"}>
          <ol>
            {facts.map((one) => (
              <li key={one.id}>
                {factWords(one)}: <Prose>{sentence(one.strongest ?? "")}</Prose>
              </li>
            ))}
          </ol>
        </Panel>
        <TwoByTwoPicture verdict={verdict} isFlat />
        <Options options={boardOptions(verdict, staffing, sourcing.options)} />
        <Panel title="What would settle it">
          <NextSteps verdict={verdict} />
        </Panel>
      </div>
      <BoardEvidence />
    </Screen>
  );
}

function Options({ options }: { readonly options: readonly BoardOption[] }): ReactNode {
  return (
    <Panel title="Options, with cost and risk">
      <table className="board-table board-options">
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Costs</th>
            <th scope="col">What can go wrong</th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ title, cost, risk }) => (
            <tr key={title}>
              <td>
                <Prose>{title}</Prose>
              </td>
              <td data-label="Costs">{cost}</td>
              <td data-label="What can go wrong">{risk}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
