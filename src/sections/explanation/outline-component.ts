import { counted, dayOf, percentOf, some } from "#kernel/phrases.ts";
import { factsOf, type Outline } from "./explanation.ts";
import { spanOf } from "./outline-capability.ts";
import { measuresOfComponent } from "./outline-measures.ts";
import type { ReportIndex } from "./report-index.ts";
import type { ReportComponent } from "../components/schema.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import { placeOf } from "#kernel/reference.ts";

export function outlineComponent(index: ReportIndex, component: ReportComponent): Outline {
  const offers = index.report.capabilities.filter(
    (one) => one.providerComponentId === component.id,
  );
  const uses = index.usesBy(component.id);
  const { correction } = component;
  const measured = measuresOfComponent(index.report, component.id);
  return {
    id: component.id,
    kind: "component",
    title: `${component.name}, ${component.class}`,
    facts: [
      ...factsOf(
        ["what it is", component.description],
        ["class", classOf(component)],
        ["declared class", component.declaredClass],
        ["customers", some(component.customers, 5)],
        ["owner", some(component.ownerIds.map(index.nameOf), 5) || "unknown"],
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
        [
          "offers",
          some(
            offers.map(({ name }) => name),
            8,
          ),
        ],
        ["uses", usesWords(uses)],
      ),
      ...measured.facts,
    ],
    reasons: reasonsOf(component),
    related: [
      ...offers.map((one) => ({ id: one.id, text: `offers ${one.name}` })),
      ...uses.map((use) => ({
        id: use.id,
        text: `uses ${index.nameOf(use.capabilityId)}: ${spanOf(use)}`,
      })),
    ],
    evidenceIds: [
      ...[...component.reasonsFor, ...component.reasonsAgainst].flatMap((one) => one.evidenceIds),
      ...component.evidenceIds,
      ...measured.evidenceIds,
    ],
    places: [...measured.places, placeOf("components", component.id)],
    note: null,
  };
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
