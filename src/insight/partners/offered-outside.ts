import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { outsiderSigns, type OutsiderKind, type OutsiderSign } from "#vocabulary/structure.ts";
import { evidenceOfMarks } from "../classification/view.ts";

/** Something of the organisation's that is there for others outside, with what shows it. Who uses it is another question. */
export interface OutsideOffer {
  readonly componentId: string;
  /** What of it can be installed or called. */
  readonly capabilityIds: readonly string[];
  readonly kinds: readonly OutsiderKind[];
  readonly signs: readonly { readonly sign: OutsiderSign; readonly text: string }[];
  readonly evidence: readonly EvidenceRef[];
}

interface Shown {
  readonly sign: OutsiderSign;
  readonly kind: OutsiderKind;
  readonly words: (text: string) => string;
}

const shows: Readonly<Partial<Record<SurfaceMark["mark"], (text: string) => Shown>>> = {
  "public-registry": () => ({
    sign: "registry",
    kind: "external-integrator",
    words: (text) => `published for everybody on ${text}`,
  }),
  "outside-contract": (text) => ({
    sign: "contract",
    kind: text === "external-partner" ? "partner" : "external-integrator",
    words: () =>
      text === "external-partner"
        ? "its contract says that it is for partners"
        : "its contract says that it is for everybody",
  }),
  "api-key": () => ({
    sign: "keys",
    kind: "external-integrator",
    words: () => "it keeps keys for callers",
  }),
  "partner-words": () => ({
    sign: "words",
    kind: "partner",
    words: (text) => `its README speaks of “${text}”`,
  }),
};
/** What is offered to partners and integrators, as far as its own files say; what is gone is offered to nobody. */
export function offeredOutside({
  components,
  capabilities,
}: Pick<Organisation, "components" | "capabilities">): OutsideOffer[] {
  return components
    .filter(({ goneAt, lifecycle }) => goneAt === null && lifecycle !== "archived")
    .flatMap((component) => offerOf(component, capabilities) ?? [])
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

function offerOf(
  component: Component,
  capabilities: Organisation["capabilities"],
): OutsideOffer | null {
  const marks = component.surface.filter(({ mark }) => shows[mark] !== undefined);
  if (marks.length === 0) return null;
  const shown = marks
    .flatMap(({ mark, text }) => {
      const one = shows[mark]?.(text);
      return one === undefined ? [] : { ...one, text: one.words(text) };
    })
    .toSorted((a, b) => outsiderSigns.indexOf(a.sign) - outsiderSigns.indexOf(b.sign));
  return {
    componentId: component.id,
    capabilityIds: capabilities
      .filter((one) => one.providerComponentId === component.id)
      .map(({ id }) => id),
    kinds: [...new Set(shown.map(({ kind }) => kind))].toSorted(),
    signs: shown.map(({ sign, text }) => ({ sign, text })),
    evidence: evidenceOfMarks(component, marks),
  };
}

function rankOf({ signs }: OutsideOffer): number {
  return Math.min(...signs.map(({ sign }) => outsiderSigns.indexOf(sign)));
}
