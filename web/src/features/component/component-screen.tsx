import type { ReactNode } from "react";
import { providedBy, usersOf, usesOf } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import type { Report } from "#sections/report.ts";
import type { Component } from "#web/api/report-rows.ts";
import { useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Name } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Screen } from "#web/ui/screen.tsx";
import type { ThingTab } from "#web/ui/thing/thing-tab.ts";
import { Thing } from "#web/ui/thing/thing.tsx";
import {
  classWords,
  customerWords,
  dateWords,
  listWords,
  percentWords,
  plural,
} from "#web/ui/words.ts";
import { Promises } from "../reliability/roll-ups.tsx";
import { classProbability } from "../components/component-columns.tsx";
import { PutComponentRight } from "../corrections/put-right.tsx";
import { UsabilityFindings } from "../usability/usability-findings.tsx";
import { Provided, UsedCapabilities } from "./component-uses.tsx";
import { BuildNext } from "./build-next.tsx";
import { ComponentRail } from "./component-rail.tsx";
import { Outcomes } from "./outcomes.tsx";
import { Reasons } from "./reasons.tsx";
import type { ComponentClass } from "#vocabulary/structure.ts";

export function ComponentScreen({ id }: { readonly id: string }): ReactNode {
  const component = useNames().components.get(id);
  const found = useSections(
    "capabilities",
    "consumptions",
    "lenses",
    "outcomes",
    "reliability",
    "usability",
  );
  if (component === undefined) return <NotFound what="component" id={id} />;
  const { consumptions } = found;
  return (
    <Screen
      key={id}
      title={component.name}
      question="Component"
      finding={<Name>{component.name}</Name>}
      section="components"
      lead={<ClassAnswer component={component} found={found} />}
    >
      {component.description !== null && <p className="introduction">{component.description}</p>}
      <PutComponentRight
        component={component}
        usedIds={usesOf(consumptions, id).map(({ capabilityId }) => capabilityId)}
      />
      <Thing
        name={component.name}
        tabs={tabsOf(component, found)}
        rail={<ComponentRail component={component} />}
      />
    </Screen>
  );
}

type TabsReport = Pick<
  Report,
  "capabilities" | "consumptions" | "lenses" | "outcomes" | "reliabilityRollUps" | "usability"
>;

/** Those that have something; why it is classed as it is comes last, and first where there is nothing else. */
function tabsOf(component: Component, report: TabsReport): readonly ThingTab[] {
  const { id } = component;
  const next = report.lenses.products.find((one) => one.componentId === id)?.items.length ?? 0;
  const uses = usesOf(report.consumptions, id).length;
  const users = providedBy(report.capabilities, id).flatMap((one) =>
    usersOf(report.consumptions, one.id),
  ).length;
  const counted: readonly (ThingTab & { readonly count: number })[] = [
    {
      id: "uses",
      label: "Uses",
      count: uses,
      content: () => <UsedCapabilities componentId={id} />,
    },
    { id: "users", label: "Used by", count: users, content: () => <Provided componentId={id} /> },
    { id: "next", label: "Build next", count: next, content: () => <BuildNext componentId={id} /> },
    {
      id: "outcomes",
      label: "Outcomes",
      count: report.outcomes.filter((one) => one.componentId === id).length,
      content: () => <Outcomes componentId={id} />,
    },
    {
      id: "findings",
      label: "Users stumble",
      count: report.usability.filter((one) => one.subjectId === id).length,
      content: () => <UsabilityFindings subjectId={id} />,
    },
    {
      id: "promises",
      label: "Promises",
      count: report.reliabilityRollUps.find((one) => one.subjectId === id)?.sloIds.length ?? 0,
      content: () => <Promises subjectId={id} />,
    },
  ];
  return [
    ...counted.filter(({ count }) => count > 0),
    {
      id: "class",
      label: `Why ${classWords[component.class]}`,
      content: () => <Reasons component={component} />,
    },
  ];
}

const classAnswers: Readonly<Record<ComponentClass, string>> = {
  product: "a product",
  platform: "part of the platform",
  supporting: "supporting",
  unknown: "unknown",
};

function ClassAnswer({
  component,
  found: { capabilities, consumptions },
}: {
  readonly component: Component;
  readonly found: Pick<Report, "capabilities" | "consumptions">;
}): ReactNode {
  const builtOn = new Set(
    usesOf(consumptions, component.id).flatMap((use) => (use.to === null ? use.capabilityId : [])),
  ).size;
  const builders = new Set(
    providedBy(capabilities, component.id)
      .flatMap(({ id }) => usersOf(consumptions, id))
      .flatMap((use) => (use.to === null ? use.consumerComponentId : [])),
  ).size;
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
        : `It serves ${listWords(customers)}.`}{" "}
      It builds on {plural(builtOn, "capability", "capabilities")};{" "}
      {builders === 0
        ? "nobody builds"
        : `${plural(builders, "component")} ${builders === 1 ? "builds" : "build"}`}{" "}
      on it.
    </>
  );
}
