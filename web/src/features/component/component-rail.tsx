import type { ReactNode } from "react";
import { usesOf } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import type { Component, Consumption } from "#web/api/report-rows.ts";
import { useSections } from "#web/api/use-report.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink, Name, Owners } from "#web/ui/names.tsx";
import { History, type Occurrence } from "#web/ui/thing/history.tsx";
import { Standards } from "#web/ui/thing/standards.tsx";
import { dateWords, ownerSourceWords, percentWords } from "#web/ui/words.ts";
import { componentStandards } from "./component-standards.ts";

/** What it is, which standards it keeps, what else lies in its repository, and what happened to it. */
export function ComponentRail({ component }: { readonly component: Component }): ReactNode {
  const found = useSections(
    "ownership",
    "sharedRisks",
    "adoption",
    "capabilities",
    "consumptions",
    "reliability",
  );
  return (
    <>
      <section className="rail-part">
        <h2>Facts</h2>
        <FactList facts={factsOf(component)} />
      </section>
      <Standards standards={componentStandards(found, component)} />
      <Neighbours component={component} />
      <History events={eventsOf(component, usesOf(found.consumptions, component.id))} />
    </>
  );
}

const neighboursShown = 6;

/** Where a reader goes on from here: what else is in the same repository. */
function Neighbours({ component }: { readonly component: Component }): ReactNode {
  const { components } = useNames();
  const others = Array.from(components.values()).filter(
    (one) => one.repositoryId === component.repositoryId && one.id !== component.id,
  );
  if (others.length === 0) return null;
  const name = component.repositoryId.slice(component.repositoryId.lastIndexOf("/") + 1);
  return (
    <section className="rail-part">
      <h2>In the same repository</h2>
      <ul className="plain">
        {others.slice(0, neighboursShown).map(({ id }) => (
          <li key={id}>
            <ComponentLink id={id} />
          </li>
        ))}
      </ul>
      {others.length > neighboursShown && (
        <p className="note">
          and {others.length - neighboursShown} more in <Name>{name}</Name>
        </p>
      )}
    </section>
  );
}

/** Born, put right, what it took up and left, and when a person last worked on it. */
function eventsOf(component: Component, uses: readonly Consumption[]): readonly Occurrence[] {
  const { born, correction, lastHumanCommit } = component;
  return [
    ...(born === null ? [] : [{ at: born, key: "born", words: "Born" }]),
    ...(correction === null
      ? []
      : [{ at: correction.since, key: "correction", words: "Put right by hand" }]),
    ...(lastHumanCommit === null
      ? []
      : [{ at: lastHumanCommit, key: "commit", words: "Last changed by a person" }]),
    ...uses.flatMap((use): readonly Occurrence[] => [
      ...(use.fromCensored
        ? []
        : [{ at: use.from, key: `${use.id} from`, words: <Move use={use} verb="Took up" /> }]),
      ...(use.to === null || goesOn(use)
        ? []
        : [{ at: use.to, key: `${use.id} to`, words: <Move use={use} verb="Left" /> }]),
    ]),
  ];
}

/** An end that is no leaving: it goes on in another component, or came back. */
function goesOn({ endReason, continuesIn }: Consumption): boolean {
  return continuesIn !== null || endReason === "carried" || endReason === "returned";
}

function Move({ use, verb }: { readonly use: Consumption; readonly verb: string }): ReactNode {
  return (
    <>
      <Figure evidence={[use.id]}>{verb}</Figure> <CapabilityLink id={use.capabilityId} />
    </>
  );
}

function factsOf(component: Component): readonly Fact[] {
  const { born, lastHumanCommit, scopeBoundedness } = component;
  return [
    {
      term: "Owner",
      detail: (
        <>
          <Owners ids={component.ownerIds} />{" "}
          <span className="quiet">({ownerSourceWords[component.ownerSource]})</span>
        </>
      ),
    },
    {
      term: "Where",
      detail: (
        <Name>{`${component.repositoryId.replace("repository:", "")}${component.path === "." ? "" : ` ${component.path}`}`}</Name>
      ),
    },
    {
      term: "Languages",
      detail:
        component.languages.length === 0 ? (
          "none recognised"
        ) : (
          <Name>{component.languages.join(", ")}</Name>
        ),
    },
    { term: "Lifecycle", detail: component.lifecycle },
    { term: "Born", detail: born === null ? "not seen: its history is cut off" : dateWords(born) },
    {
      term: "Last changed by a person",
      detail: lastHumanCommit === null ? "not seen" : dateWords(lastHumanCommit),
    },
    ...(scopeBoundedness === null
      ? []
      : [
          {
            term: "Scope",
            detail: `bounded to ${percentWords(scopeBoundedness)}, where 100\u00a0% would serve one kind of consumer only and 0\u00a0% all kinds alike`,
          },
        ]),
  ];
}
