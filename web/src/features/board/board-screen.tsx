import type { ReactNode } from "react";
import { useSections } from "#web/api/use-report.ts";
import { sentence } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { percentWords } from "#web/ui/words.ts";
import { rangeWords, RangePicture } from "../staffing/range-picture.tsx";
import { SourcingAnswer } from "../sourcing/sourcing-screen.tsx";
import { Verdict, VerdictReasons } from "../signals/verdict.tsx";
import { CostOfWaiting, NextSteps, WhatItBrings } from "../signals/verdict-panels.tsx";
import { decayWords, stateMarks, stateWords } from "../signals/signal-words.ts";
import { likelyWords, measureWords } from "../next/proposal-words.ts";

const shownProposals = 3;
const question = "Board paper: the platform, its product management, and what to decide";

/** The decision on a few printed pages: verdict first, sources last. */
export function BoardScreen(): ReactNode {
  const { signals, staffing, sourcing, value, maturity, lenses, blindSpots } = useSections(
    "signals",
    "staffing",
    "sourcing",
    "value",
    "maturity",
    "lenses",
    "blindSpots",
  );
  return (
    <Screen
      title={question}
      question={question}
      section="signals"
      answer={<Verdict verdict={signals.verdict} />}
    >
      <p className="no-print">
        <button type="button" onClick={() => globalThis.print()}>
          Print on A4
        </button>
      </p>
      <VerdictReasons verdict={signals.verdict} />
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
      <Panel title="What would settle it">
        <NextSteps verdict={signals.verdict} />
      </Panel>
      <Panel title="What waiting costs, and what the role brings">
        <CostOfWaiting verdict={signals.verdict} />
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
          {value.platform === null ? (
            <Unknown pointer="/value/platform" />
          ) : (
            <>
              {value.platform.summary}{" "}
              {value.platform.payback === "not-shown" &&
                value.platform.narrowedBy[0] !== undefined &&
                `What would narrow it: ${value.platform.narrowedBy[0]}.`}
            </>
          )}
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
                    ? `held back by: ${one.lacks[0].text}`
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
                {likelyWords(one.effortPersonHours)} to do it, confidence {one.confidence}. First
                step: {sentence(one.firstStep)}
              </span>
              <span className="quiet block">
                {sentence(`Success: ${measureWords(one)}`)}{" "}
                {one.against.slice(0, 1).map((each) => `Against it: ${sentence(each)}`)}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title="What is not known">
        <ul>
          {blindSpots.slice(0, 6).map((one) => (
            <li key={one.what}>
              {sentence(`${String(one.count)} ${one.what}`)} {sentence(one.sharpen)}
            </li>
          ))}
        </ul>
      </Panel>
    </Screen>
  );
}
