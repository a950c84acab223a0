import type { ReactNode } from "react";
import { useSection } from "#web/api/use-report.ts";
import { FactList } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink } from "#web/ui/names.tsx";
import { Prose, sentence } from "#web/ui/prose.tsx";
import {
  figureWords,
  likelyWords,
  measureWords,
  reachOf,
  type Proposal,
} from "./proposal-words.ts";

const mostSubjects = 4;

/** Changes of the platform: what, why, for whom, what it would take, how it is seen, what speaks against it. */
export function ProposalList({
  proposals,
}: {
  readonly proposals: readonly Proposal[];
}): ReactNode {
  const { ownersKnown } = useSection("organisation").organisation;
  return (
    <ol className="ranked">
      {proposals.map((one) => (
        <li key={one.id} className="proposal">
          <h3>
            {one.evidenceIds.length === 0 ? (
              one.title
            ) : (
              <Figure evidence={one.evidenceIds}>{one.title}</Figure>
            )}
          </h3>
          <p>
            <Prose>{one.reasons.map(sentence).join(" ")}</Prose>
          </p>
          <FactList
            facts={[
              {
                term: "At stake",
                detail: `${likelyWords(one.atStakePersonHours)} person-hours a year; ${reachOf(one, ownersKnown)} would feel it`,
              },
              {
                term: "Effort",
                detail: `${likelyWords(one.effortPersonHours)} person-hours, once${one.valuePerEffort === null ? "" : `: ${likelyWords(one.valuePerEffort)} hours a year for each hour, at most`}`,
              },
              { term: "First step", detail: <Prose>{sentence(one.firstStep)}</Prose> },
              { term: "Against", detail: <Prose>{one.against.map(sentence).join(" ")}</Prose> },
            ]}
          />
          <details className="rests-on">
            <summary>
              {sentence(`${one.confidence} confidence`).replace(/\.$/, "")}: what it rests on, for
              whom, and how success is seen
            </summary>
            <FactList
              facts={[
                { term: "Rests on", detail: <Prose>{one.restsOn.map(sentence).join(" ")}</Prose> },
                { term: "For whom", detail: <Prose>{sentence(one.forWhom)}</Prose> },
                { term: "Replaces", detail: <Prose>{sentence(one.replaces)}</Prose> },
                { term: "Success", detail: sentence(measureWords(one)) },
              ]}
            />
          </details>
          {one.subjectIds.length > 0 && (
            <p className="quiet ranked-foot">
              {one.subjectIds.slice(0, mostSubjects).map((id) => (
                <span key={id}>
                  {id.startsWith("capability:") ? (
                    <CapabilityLink id={id} />
                  ) : (
                    <ComponentLink id={id} />
                  )}
                </span>
              ))}
              {one.subjectIds.length > mostSubjects && (
                <span>and {figureWords(one.subjectIds.length - mostSubjects)} more</span>
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
