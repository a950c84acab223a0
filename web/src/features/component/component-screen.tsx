import type { ReactNode } from "react";
import { usesOf } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import type { Component } from "#web/api/report-rows.ts";
import { useSection } from "#web/api/use-report.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Name, Owners } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import {
  customerWords,
  dateWords,
  listWords,
  ownerSourceWords,
  percentWords,
} from "#web/ui/words.ts";
import { Promises } from "../reliability/roll-ups.tsx";
import { classProbability } from "../components/component-columns.tsx";
import { PutComponentRight } from "../corrections/put-right.tsx";
import { UsabilityFindings } from "../usability/usability-findings.tsx";
import { Provided, UsedCapabilities } from "./component-uses.tsx";
import { BuildNext } from "./build-next.tsx";
import { Outcomes } from "./outcomes.tsx";
import { Reasons } from "./reasons.tsx";
import type { ComponentClass } from "#vocabulary/structure.ts";

export function ComponentScreen({ id }: { readonly id: string }): ReactNode {
  const component = useNames().components.get(id);
  const { consumptions } = useSection("consumptions");
  if (component === undefined) return <NotFound what="component" id={id} />;
  return (
    <Screen
      key={id}
      title={component.name}
      question="Component"
      finding={<Name>{component.name}</Name>}
      section="components"
      lead={<ClassAnswer component={component} />}
    >
      {component.description !== null && <p className="introduction">{component.description}</p>}
      <Reasons component={component} />
      <Panel title="What is known about it">
        <FactList facts={factsOf(component)} />
      </Panel>
      <BuildNext componentId={id} />
      <Outcomes componentId={id} />
      <UsabilityFindings subjectId={id} />
      <Promises subjectId={id} />
      <Provided componentId={id} />
      <UsedCapabilities componentId={id} />
      <PutComponentRight
        component={component}
        usedIds={usesOf(consumptions, id).map(({ capabilityId }) => capabilityId)}
      />
    </Screen>
  );
}

const classAnswers: Readonly<Record<ComponentClass, string>> = {
  product: "a product",
  platform: "part of the platform",
  supporting: "supporting",
  unknown: "unknown",
};

function ClassAnswer({ component }: { readonly component: Component }): ReactNode {
  const probability = classProbability(component);
  const { platform, product, supporting } = component.probabilities;
  const customers = component.customers.map((kind) => customerWords[kind]);
  return (
    <>
      <Figure evidence={[component.id]}>
        {component.class === "unknown"
          ? "It cannot be told"
          : `It is ${classAnswers[component.class]}${probability === null ? "" : ` (${percentWords(probability)})`}`}
      </Figure>
      {component.class === "unknown" &&
        `: product ${percentWords(product)}, platform ${percentWords(platform)}, supporting ${percentWords(supporting)}, none above 60\u00a0%`}
      {component.correction !== null &&
        `; corrected by hand on ${dateWords(component.correction.since)}, computed was ${component.correction.overrode}`}
      .{" "}
      {customers.length === 0
        ? "No customer of it was seen."
        : `It serves ${listWords(customers)}.`}
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
    {
      term: "Scope",
      detail:
        scopeBoundedness === null
          ? "Not known: nobody uses it, so its spread cannot be measured."
          : `bounded to ${percentWords(scopeBoundedness)}, where 100\u00a0% would serve one kind of consumer only and 0\u00a0% all kinds alike`,
    },
  ];
}
