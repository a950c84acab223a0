import type { ReactNode } from "react";
import { Prose } from "#web/ui/prose.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { decimalWords, percentWords, plural } from "#web/ui/words.ts";
import { monthsWords } from "../value/value-words.ts";
import { TwoByTwoPicture } from "./two-by-two.tsx";
import { answerWithLeaning, answerWords, hoursWords, type Signals } from "./signal-words.ts";

interface Props {
  readonly verdict: Signals["verdict"];
}

/** The chance of each answer, of each number of signs, and how much was looked at. */
export function ChancesPanel({ verdict }: Props): ReactNode {
  const { chances, signs, neededFrom, soonFrom, teams, evidenceMass } = verdict;
  return (
    <Panel
      title="How sure is it?"
      note={`${decimalWords(neededFrom)} signs make it needed and ${decimalWords(soonFrom)} soon with ${plural(teams.count, "team")}; an answer takes half of the evidence (${percentWords(evidenceMass)} was looked at) and must stand whether signs are rare or common.`}
    >
      <table className="short">
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Chance</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{answerWords.needed}</td>
            <td>{percentWords(chances.needed)}</td>
          </tr>
          <tr>
            <td>{answerWords.soon}</td>
            <td>{percentWords(chances.soon)}</td>
          </tr>
          <tr>
            <td>{answerWords["not-yet"]}</td>
            <td>{percentWords(chances["not-yet"])}</td>
          </tr>
        </tbody>
      </table>
      <p>
        Signs that hold: {decimalWords(signs.mean)} of 7 on average, between {signs.low} and{" "}
        {signs.high} in eight of ten cases.
      </p>
    </Panel>
  );
}

/** What would settle it: the most for an hour first. */
export function NextSteps({ verdict }: Props): ReactNode {
  if (verdict.nextSteps.length === 0 || verdict.isNothingCheap)
    return <p>Nothing cheap would change this.</p>;
  return (
    <ol>
      {verdict.nextSteps.map((one) => (
        <li key={one.indicatorId}>
          Ask {one.what}.
          <span className="quiet block">
            <Prose>{one.by}</Prose>; about {hoursWords(one.hours)}; {percentWords(one.changeChance)}{" "}
            chance of another answer
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The second axis: what could be avoided beside what the role costs, drawn beside the first. */
export function CostOfWaiting({ verdict }: Props): ReactNode {
  return (
    <>
      <TwoByTwoPicture verdict={verdict} />
      <AvoidableParts verdict={verdict} />
    </>
  );
}

/** … in words, with what was counted. */
export function AvoidableParts({ verdict }: Props): ReactNode {
  const { avoidablePersonMonths: avoidable, rolePersonMonths, isCostCovered } = verdict;
  return (
    <>
      <p>
        {avoidable === null ? (
          <Unknown pointer="/signals/verdict/avoidablePersonMonths" />
        ) : (
          <>
            {monthsWords(avoidable.likely)} a year could be avoided ({decimalWords(avoidable.low)}{" "}
            to {decimalWords(avoidable.high)}); the role costs {monthsWords(rolePersonMonths)} a
            year:{" "}
            {isCostCovered === null
              ? "not shown yet to pay for itself."
              : isCostCovered
                ? "it pays for itself by that alone."
                : "it does not pay for itself by that alone."}
          </>
        )}
      </p>
      <ul>
        {verdict.avoidableParts.map((one) => (
          <li key={one.text}>
            {one.text}: {monthsWords(one.personMonths.likely)}
          </li>
        ))}
      </ul>
      {verdict.avoidableParts.length > 0 && (
        <p>
          Counted is only what changes show. What the proposals of <a href="#/next">What next</a>{" "}
          have at stake comes on top, and is less sure.
        </p>
      )}
    </>
  );
}

export function WhatItBrings({ verdict }: Props): ReactNode {
  return (
    <table className="board-table brings">
      <thead>
        <tr>
          <th scope="col">What the role brings</th>
          <th scope="col">Today</th>
          <th scope="col">What would show it</th>
        </tr>
      </thead>
      <tbody>
        {verdict.brings.map((one) => (
          <tr key={one.brings}>
            <td>{one.brings}</td>
            <td data-label="Today">
              <Prose>{one.today}</Prose>
            </td>
            <td data-label="What would show it">{one.measure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SensitivityTable({ verdict }: Props): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">If</th>
          <th scope="col">Needed</th>
          <th scope="col" className="not-on-phone">
            Soon
          </th>
          <th scope="col" className="not-on-phone">
            Not yet
          </th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {verdict.sensitivity.map((one) => (
          <tr key={one.change}>
            <td>{one.change}</td>
            <td>{percentWords(one.chances.needed)}</td>
            <td className="not-on-phone">{percentWords(one.chances.soon)}</td>
            <td className="not-on-phone">{percentWords(one.chances["not-yet"])}</td>
            <td>{answerWithLeaning(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
