import { append } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { outsiderSigns, type OutsiderKind, type OutsiderSign } from "#vocabulary/structure.ts";
import { keptKeys } from "../classification/kept-keys.ts";
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
    words: (path) => `a file is named after keys of callers: ${path}`,
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
  const live = components.filter(
    ({ goneAt, lifecycle }) => goneAt === null && lifecycle !== "archived",
  );
  const pushed = new RegistryMarks(live, capabilities);
  return live
    .flatMap((component) => offerOf(component, capabilities, pushed.of(component)) ?? [])
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Types of purl that a registry takes. */
const registryTypes: ReadonlyMap<string, string> = new Map([
  ["npm", "npm"],
  ["PyPI", "pypi"],
  ["RubyGems", "gem"],
  ["crates.io", "cargo"],
  ["Hex", "hex"],
  ["Maven Central", "maven"],
]);

/**
 * Whose package a push to a registry is about: a pipeline speaks of the folder that it stands in. Where that is a workspace
 * without a package of its own, it means those of its members that may be published.
 */
class RegistryMarks {
  private readonly types = new Map<string, Set<string>>();
  /** A placeholder for a version (`0.0.0`) is never released. */
  private readonly released = new Set<string>();
  private readonly received = new Map<string, SurfaceMark[]>();
  private readonly handedOn = new Set<SurfaceMark>();

  constructor(components: readonly Component[], capabilities: Organisation["capabilities"]) {
    for (const { providerComponentId: id, packages, releases } of capabilities) {
      if (id !== null && releases.length > 0) this.released.add(id);
      for (const purl of id === null ? [] : packages) {
        const types = this.types.get(id ?? "") ?? new Set<string>();
        this.types.set(id ?? "", types.add(/^pkg:([a-z]{1,30})\//.exec(purl)?.[1] ?? ""));
      }
    }
    for (const one of components)
      for (const mark of one.surface) {
        if (mark.mark !== "public-registry" || this.isOfType(one, mark.text)) continue;
        const members = components.filter(
          (other) =>
            other.repositoryId === one.repositoryId &&
            other.id !== one.id &&
            this.released.has(other.id) &&
            (one.path === "." || other.path.startsWith(`${one.path}/`)) &&
            other.surface.every(({ mark: own }) => own !== "unpublished" && own !== "sample") &&
            this.isOfType(other, mark.text),
        );
        if (members.length > 0) this.handedOn.add(mark);
        for (const { id } of members) append(this.received, id, mark);
      }
  }

  /** Its own, and those of the workspace that it is a member of, each registry once. */
  of({ id, surface }: Component): SurfaceMark[] {
    const own = surface.filter(({ mark }) => mark === "public-registry");
    const all = [...own.filter((one) => !this.handedOn.has(one)), ...(this.received.get(id) ?? [])];
    return [...new Map(all.toReversed().map((one) => [one.text, one])).values()].toReversed();
  }

  private isOfType({ id }: Component, registry: string): boolean {
    const type = registryTypes.get(registry);
    return type !== undefined && this.types.get(id)?.has(type) === true;
  }
}

function offerOf(
  component: Component,
  capabilities: Organisation["capabilities"],
  pushed: readonly SurfaceMark[],
): OutsideOffer | null {
  const offers = capabilities.filter((one) => one.providerComponentId === component.id);
  const marks = [
    ...pushed,
    ...component.surface.filter(
      ({ mark }) => mark !== "public-registry" && mark !== "api-key" && shows[mark] !== undefined,
    ),
    ...keptKeys(component, offers).slice(0, 1),
  ];
  if (marks.length === 0) return null;
  const shown = marks
    .flatMap(({ mark, text }) => {
      const one = shows[mark]?.(text);
      return one === undefined ? [] : { ...one, text: one.words(text) };
    })
    .toSorted((a, b) => outsiderSigns.indexOf(a.sign) - outsiderSigns.indexOf(b.sign));
  return {
    componentId: component.id,
    capabilityIds: offers.map(({ id }) => id),
    kinds: [...new Set(shown.map(({ kind }) => kind))].toSorted(),
    signs: shown.map(({ sign, text }) => ({ sign, text })),
    evidence: evidenceOfMarks(component, marks),
  };
}

function rankOf({ signs }: OutsideOffer): number {
  return Math.min(...signs.map(({ sign }) => outsiderSigns.indexOf(sign)));
}
