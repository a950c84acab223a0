import type { ReactNode } from "react";
import { useSections } from "#web/api/use-report.ts";
import { Prose, sentence } from "#web/ui/prose.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { percentWords } from "#web/ui/words.ts";
import { likelyWords, measureWords } from "../next/proposal-words.ts";
import { lowerFirst } from "./board-words.ts";
import { decayWords, stateMarks, stateWords } from "../signals/signal-words.ts";
import { AvoidableParts, WhatItBrings } from "../signals/verdict-panels.tsx";
import { SourcingAnswer } from "../sourcing/sourcing-screen.tsx";
import { rangeWords, RangePicture } from "../staffing/range-picture.tsx";
import { ValueFinding, ValueLead } from "../value/value-answer.tsx";

const shownProposals = 3;
const shownSpots = 6;

/** What stands behind the decision: signals, what the role brings, how many and from where, value, maturity, what next, what is not known. */
export function BoardEvidence(): ReactNode {
  const { signals, staffing, sourcing, maturity, lenses, blindSpots } = useSections(
    "signals",
    "staffing",
    "sourcing",
    "maturity",
    "lenses",
    "blindSpots",
  );
  return (
    <>
      <Panel title="The seven signals">
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col">State</th>
              <th scope="col">Strongest figure, or why it is not known</th>
            </tr>
          </thead>
          <tbody>
            {signals.signals.map((one) => (
              <tr key={one.id}>
                <td>
                  {one.id}. {one.title}
                </td>
                <td className="board-state">
                  {stateMarks[one.state]} {stateWords[one.state]}
                  <span className="quiet block">{percentWords(one.chance)}</span>
                </td>
                <td>
                  {one.strongest ?? (
                    <Unknown pointer={`/signals/signals/${String(one.id)}/strongest`} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="note">
          Decays:{" "}
          {signals.decays
            .map((one) => `${decayWords[one.id]} ${stateMarks[one.state]} ${stateWords[one.state]}`)
            .join(" · ")}
        </p>
      </Panel>
      <Panel title="What waiting costs, and what the role brings">
        <AvoidableParts verdict={signals.verdict} />
        <WhatItBrings verdict={signals.verdict} />
      </Panel>
      <Panel title="If you do: how many, and from where">
        <RangePicture staffing={staffing} />
        <p>
          {staffing.low === null ? (
            <Unknown pointer="/staffing/low" />
          ) : (
            `If you do: ${sentence(rangeWords(staffing))} ${staffing.reasons.join(" ")}`
          )}
        </p>
        <p>
          <SourcingAnswer sourcing={sourcing} />
        </p>
      </Panel>
      <Panel title="What the platform cost, and what it saved">
        <p>
          <ValueFinding />. <ValueLead />
        </p>
      </Panel>
      <Panel title="Maturity" note={maturity.model}>
        <table className="board-table">
          <tbody>
            {maturity.aspects.map((one) => (
              <tr key={one.aspect}>
                <th scope="row">{sentence(one.aspect).replace(/\.$/, "")}</th>
                <td>
                  {one.level === null
                    ? "not known"
                    : `level ${String(one.level)} of 4, ${one.levelName ?? ""}${one.isDeclared ? " (declared)" : ""}`}
                </td>
                <td className="quiet">
                  {one.lacks[0] !== undefined
                    ? `for the next level: ${one.lacks[0].text}`
                    : one.unseen[0] !== undefined
                      ? `not seen: ${one.unseen[0].text}`
                      : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="What should come next">
        <ol>
          {lenses.platform.slice(0, shownProposals).map((one) => (
            <li key={one.id}>
              {one.title}
              <span className="block">
                {likelyWords(one.atStakePersonHours)} person-hours a year at stake;{" "}
                {likelyWords(one.effortPersonHours)} to do it; {one.confidence} confidence. First
                step: <Prose>{lowerFirst(sentence(one.firstStep))}</Prose>
              </span>
              <span className="quiet block">
                {sentence(`Success: ${measureWords(one)}`)}{" "}
                {one.against.slice(0, 1).map((each) => (
                  <Prose key={each}>{`Against it: ${lowerFirst(sentence(each))}`}</Prose>
                ))}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title="What is not known">
        <ul>
          {blindSpots.slice(0, shownSpots).map((one) => (
            <li key={one.what}>
              {sentence(`${String(one.count)} ${one.what}`)} <Prose>{sentence(one.sharpen)}</Prose>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
