import type { ReactNode } from "react";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Name } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { leftWords, retirementWords } from "../capabilities/adoption-words.ts";
import { dateWords, endReasonWords, monthWords, percentWords } from "#web/ui/words.ts";
import type { DefectionKind } from "#vocabulary/adoption.ts";

const defectionWords: Readonly<Record<DefectionKind, string>> = {
  wrapper: "wraps it",
  "vendored-copy": "keeps its own copy",
  clone: "has cloned code of it",
  substitute: "uses a substitute beside it",
};

interface LeaversProps {
  readonly capability: Capability;
  readonly adoption: Adoption;
}

/** Where leavers went, who works around it, and the waves in which it came. */
export function Leavers({ capability, adoption }: LeaversProps): ReactNode {
  const { retention, defections, waves } = adoption;
  const leavers = retention?.leaversTo ?? [];
  return (
    <div className="pair">
      <Panel title="Where did leavers go?">
        {adoption.retirement !== null && <p>{retirementWords(adoption)}.</p>}
        {leavers.length === 0 ? (
          <p>
            {adoption.left === null
              ? "How many have left is withheld: see the problems."
              : adoption.left.count === 0
                ? "Nobody has left."
                : `${leftWords(adoption)}.`}
          </p>
        ) : (
          <ul className="plain">
            {leavers.map((one) => (
              <li key={`${one.reason} ${one.to ?? ""}`}>
                <Figure evidence={one.consumptionIds}>{one.count}</Figure>{" "}
                {endReasonWords[one.reason]}
                {one.to !== null && (
                  <>
                    : <Name>{one.to}</Name>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <h3>Quiet defections</h3>
        {defections.length === 0 ? (
          <p>None was seen: no wrapper, copy or substitute beside it.</p>
        ) : (
          <ul className="plain">
            {defections.map((one) => (
              <li key={`${one.componentId} ${one.kind}`}>
                <ComponentLink id={one.componentId} /> {defectionWords[one.kind]}
                {one.since !== null && ` since ${monthWords(one.since)}`}:{" "}
                <Figure evidence={one.evidenceIds}>{one.text}</Figure>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Did it come in waves?">
        {waves.length === 0 ? (
          <p>
            No. Adopters of <Name>{capability.name}</Name> came one by one, as far as their number
            lets one tell.
          </p>
        ) : (
          <ul className="plain">
            {waves.map((wave) => (
              <li key={wave.from}>
                <Figure evidence={wave.evidenceIds}>
                  {wave.adopters} of {adoption.adoptersEver} ({percentWords(wave.share)})
                </Figure>{" "}
                came between {dateWords(wave.from)} and {dateWords(wave.to)}, {wave.kind}:{" "}
                {wave.reason}
                {wave.pValue !== null &&
                  ` (p ${wave.pValue < 0.001 ? "< 0.001" : `= ${wave.pValue.toFixed(3)}`})`}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
