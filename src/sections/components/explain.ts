import { counted, dayOf, percentOf, some } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { spanOf } from "../consumptions/span-words.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import { factsOf, type Facts } from "../explanation/explanation.ts";
import { entryOf, namedSubjects, type Explains, type Lookups } from "../explanation/explaining.ts";
import type { ReportComponent } from "./schema.ts";

export const explainComponents: Explains<{ readonly components: readonly ReportComponent[] }> = {
  kinds: ["component"],
  subjects: ({ components }) => namedSubjects("component", components),
  outline: ({ components }, subject, lookups) => {
    const component = entryOf(components, subject);
    const uses = lookups.usesBy(component.id);
    return {
      id: component.id,
      kind: "component",
      title: `${component.name}, ${component.class}`,
      facts: componentFacts(component, uses, lookups),
      reasons: reasonsOf(component),
      related: [
        ...offeredBy(component, lookups).map((one) => ({ id: one.id, text: `offers ${one.name}` })),
        ...uses.map((use) => ({
          id: use.id,
          text: `uses ${lookups.nameOf(use.capabilityId)}: ${spanOf(use)}`,
        })),
      ],
      evidenceIds: [
        ...[...component.reasonsFor, ...component.reasonsAgainst].flatMap((one) => one.evidenceIds),
        ...component.evidenceIds,
      ],
      places: [placeOf("components", component.id)],
      note: null,
    };
  },
};

function offeredBy({ id }: ReportComponent, { capabilities }: Lookups) {
  return capabilities.filter((one) => one.providerComponentId === id);
}

function componentFacts(
  component: ReportComponent,
  uses: readonly ReportConsumption[],
  lookups: Lookups,
): Facts {
  const { correction } = component;
  const offers = offeredBy(component, lookups).map(({ name }) => name);
  return factsOf(
    ["what it is", component.description],
    ["class", classOf(component)],
    ["declared class", component.declaredClass],
    ["customers", some(component.customers, 5)],
    ["owner", some(component.ownerIds.map(lookups.nameOf), 5) || "unknown"],
    ["owner from", component.ownerSource],
    [
      "corrected",
      correction === null
        ? null
        : `was ${correction.overrode}, since ${dayOf(correction.since)}${correction.reason === null ? "" : `: ${correction.reason}`}`,
    ],
    ["lifecycle", component.lifecycle],
    ["born", component.born === null ? null : dayOf(component.born)],
    [
      "last human commit",
      component.lastHumanCommit === null ? null : dayOf(component.lastHumanCommit),
    ],
    ["languages", some(component.languages, 6)],
    ["contradictions", some(component.contradictions, 5)],
    ["offers", some(offers, 8)],
    ["uses", usesWords(uses)],
  );
}

function usesWords(uses: readonly ReportConsumption[]): string | null {
  const now = new Set(uses.filter(({ to }) => to === null).map((use) => use.capabilityId)).size;
  const ever = new Set(uses.map((use) => use.capabilityId)).size;
  if (ever === 0) return null;
  return `${counted(now, "capability", "capabilities")}${ever === now ? "" : `, ever ${ever}`}`;
}

function classOf({ class: answer, classSource, probabilities }: ReportComponent): string {
  const { product, platform, supporting } = probabilities;
  const shares = `product ${percentOf(product)}, platform ${percentOf(platform)}, supporting ${percentOf(supporting)}`;
  return `${answer}${classSource === "correction" ? " (corrected)" : ""}: ${shares}`;
}

/** Weights are log-odds: positive for the class, negative against it. */
export function reasonsOf({ reasonsFor, reasonsAgainst }: ReportComponent): string[] {
  const line = (sign: string, { text, weight }: ReportComponent["reasonsFor"][number]): string =>
    `${sign} ${text} (${Math.abs(weight).toFixed(1)})`;
  return [
    ...reasonsFor.map((one) => line("+", one)),
    ...reasonsAgainst.map((one) => line("−", one)),
  ];
}
