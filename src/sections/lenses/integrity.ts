import { behindMeasure } from "#insight/lenses/make-easier.ts";
import { versionScheme } from "#insight/adoption/versions.ts";
import type { ReportAdoption } from "../adoption/schema.ts";
import type { ReportCapability } from "../capabilities/schema.ts";
import type { ReportComponent } from "../components/schema.ts";
import type { Invariant } from "../integrity/invariant.ts";
import type { ReportLenses, ReportProductStep, ReportProposal } from "./schema.ts";

interface Shown {
  readonly components: readonly ReportComponent[];
  readonly capabilities: readonly ReportCapability[];
  readonly adoption: readonly ReportAdoption[];
  readonly lenses: ReportLenses;
}

type Item = ReportProposal | ReportProductStep;

interface Proposal {
  readonly item: Item;
  readonly pointer: string;
  /** Components that are to take something up: the product itself, or those that a proposal is to win over. */
  readonly componentIds: readonly string[];
}

/** Each withholds the proposal that breaks it. */
export const lensInvariants: readonly Invariant<Shown>[] = [
  {
    id: "nothing-recommended-to-its-owner",
    statement: "nobody is told to look at what is their own",
    check(shown, checks) {
      const { capabilityOf, componentOf } = look(shown);
      for (const { item, pointer, componentIds } of proposalsOf(shown)) {
        if (!takesUp.has(item.kind)) continue;
        for (const id of componentIds)
          for (const capability of capabilityOf(item)) {
            const component = componentOf(id);
            checks.expect(
              component !== undefined &&
                capability.providerComponentId !== component.id &&
                !capability.ownerIds.some((owner) => component.ownerIds.includes(owner)),
              () => withheld(item, pointer, `${item.title} is for ${id}, of the same owner`),
            );
          }
      }
    },
  },
  {
    id: "nothing-recommended-that-is-retired",
    statement: "nothing is recommended that is given up, and nothing to who is",
    check(shown, checks) {
      const { capabilityOf, componentOf } = look(shown);
      for (const { item, pointer, componentIds } of proposalsOf(shown)) {
        const isRetired = ({ lifecycle }: { readonly lifecycle: string }): boolean =>
          lifecycle === "archived" || lifecycle === "deprecated";
        if (!keepsAlive.has(item.kind)) continue;
        for (const capability of capabilityOf(item))
          checks.expect(!isRetired(capability), () =>
            withheld(item, pointer, `${item.title} is about what is ${capability.lifecycle}`),
          );
        if (!takesUp.has(item.kind)) continue;
        for (const id of componentIds)
          checks.expect(componentOf(id)?.lifecycle !== "archived", () =>
            withheld(item, pointer, `${item.title} is for what is archived`),
          );
      }
    },
  },
  {
    id: "nothing-recommended-across-audiences",
    statement: "what is made for some people is not recommended to what is made for others",
    check(shown, checks) {
      const { componentOf, adoptionOf } = look(shown);
      for (const { item, pointer, componentIds } of proposalsOf(shown)) {
        if (!takesUp.has(item.kind)) continue;
        for (const id of componentIds) {
          const own = componentOf(id)?.audience ?? null;
          for (const { audience } of adoptionOf(item))
            checks.expect(audience === null || audience === own, () =>
              withheld(
                item,
                pointer,
                `${item.title}: its users are for ${audience ?? "?"}, and ${id} is for ${own ?? "nobody knows whom"}`,
              ),
            );
        }
      }
    },
  },
  {
    id: "upgrades-are-above-what-is-locked",
    statement: "an upgrade that is proposed is asked for, and above what is locked",
    check(shown, checks) {
      const { adoptionOf, capabilityOf } = look(shown);
      for (const { item, pointer, componentIds } of proposalsOf(shown)) {
        if (item.kind !== "upgrade") continue;
        const scheme = versionScheme(capabilityOf(item)[0]?.packages[0]);
        for (const { currency } of adoptionOf(item)) {
          const locked = currency.versionsInUse.find(({ componentIds: ids }) =>
            ids.includes(componentIds[0] ?? ""),
          );
          const wanted = Number(currency.onNewestMajor?.major ?? Number.NaN);
          checks.expect(
            locked !== undefined &&
              scheme.isValid(locked.version) &&
              scheme.major(locked.version) < wanted,
            () =>
              withheld(
                item,
                pointer,
                `${item.title}, and ${locked?.version ?? "nothing"} is locked`,
              ),
          );
        }
      }
    },
  },
  {
    id: "nobody-is-behind-who-is-current",
    statement: "a proposal calls no more users behind than adoption does",
    check(shown, checks) {
      const { adoptionOf } = look(shown);
      for (const [at, item] of shown.lenses.platform.entries()) {
        if (item.measure.text !== behindMeasure) continue;
        const behind = adoptionOf(item).reduce((all, { currency: { onNewestMajor } }) => {
          const { denominator = 0, numerator = 0 } = onNewestMajor ?? {};
          return all + denominator - numerator;
        }, 0);
        checks.expect(item.measure.present <= behind, () =>
          withheld(
            item,
            `/lenses/platform/${String(at)}`,
            `${item.title}, and adoption counts ${String(behind)} behind`,
          ),
        );
      }
    },
  },
  {
    id: "sentences-say-what-tables-say",
    statement: "a number in a sentence is that of the table",
    check(shown, checks) {
      const { adoptionOf } = look(shown);
      for (const { item, pointer } of proposalsOf(shown))
        for (const adoption of adoptionOf(item))
          for (const { reason, numbers, wanted } of quotedBy(item, adoption))
            checks.expect(
              numbers.every((one, index) => one === wanted[index]),
              () => withheld(item, pointer, `“${reason}” stands beside ${wanted.join(" of ")}`),
            );
    },
  },
  {
    id: "proposals-open-into-facts",
    statement: "every proposal opens into at least one fact",
    check(shown, checks) {
      for (const { item, pointer } of proposalsOf(shown))
        checks.expect(item.evidenceIds.length > 0, () =>
          withheld(item, pointer, `${item.title} rests on none`),
        );
    },
  },
];

/** Kinds that would have something live on. */
const keepsAlive: ReadonlySet<Item["kind"]> = new Set<Item["kind"]>([
  "consolidate",
  "adopt",
  "make-easier",
  "keep",
  "own",
  "offered",
  "upgrade",
]);
/** Kinds by which somebody is to begin to use something. */
const takesUp: ReadonlySet<Item["kind"]> = new Set<Item["kind"]>(["adopt", "offered"]);

type Figures = (adoption: ReportAdoption) => readonly (number | null | undefined)[];

/** Figures of adoption that reasons quote, in the order in which they stand in the sentence. */
const sentences: readonly { readonly pattern: RegExp; readonly figures: Figures }[] = [
  {
    pattern: /^([\d,]{1,12}) of ([\d,]{1,12}) components that could use it do,/,
    figures: ({ rateNumerator, eligibleCount }) => [rateNumerator, eligibleCount],
  },
  {
    pattern: /^[\d,]{1,12} components? of ([\d,]{1,12}) that ever used it still /,
    figures: ({ adoptersEver }) => [adoptersEver],
  },
  {
    pattern: /^([\d,]{1,12}) of ([\d,]{1,12}) components? have left it$/,
    figures: ({ retirement }) => [retirement?.left, retirement?.of],
  },
  {
    pattern: /^all ([\d,]{1,12}) components? that used it have stopped$/,
    figures: ({ adoptersEver }) => [adoptersEver],
  },
];

interface Quoted {
  readonly reason: string;
  readonly numbers: readonly number[];
  readonly wanted: ReturnType<Figures>;
}

function quotedBy({ reasons }: Item, adoption: ReportAdoption): Quoted[] {
  return reasons.flatMap((reason) =>
    sentences.flatMap(({ pattern, figures }) => {
      const [, ...numbers] = pattern.exec(reason) ?? [];
      return numbers.length === 0
        ? []
        : {
            reason,
            numbers: numbers.map((one) => Number(one.replaceAll(",", ""))),
            wanted: figures(adoption),
          };
    }),
  );
}

function look({ components, capabilities, adoption }: Shown): {
  readonly componentOf: (id: string) => ReportComponent | undefined;
  readonly capabilityOf: (item: Item) => ReportCapability[];
  readonly adoptionOf: (item: Item) => ReportAdoption[];
} {
  const componentsById = new Map(components.map((one) => [one.id, one]));
  const capabilitiesById = new Map(capabilities.map((one) => [one.id, one]));
  const adoptionById = new Map(adoption.map((one) => [one.capabilityId, one]));
  return {
    componentOf: (id) => componentsById.get(id),
    capabilityOf: ({ subjectIds }) => subjectIds.flatMap((id) => capabilitiesById.get(id) ?? []),
    adoptionOf: ({ subjectIds }) => subjectIds.flatMap((id) => adoptionById.get(id) ?? []),
  };
}

function proposalsOf({ lenses }: Shown): Proposal[] {
  return [
    ...lenses.platform.map((item, at) => ({
      item,
      componentIds: item.affectedIds,
      pointer: `/lenses/platform/${String(at)}`,
    })),
    ...lenses.products.flatMap(({ componentId, items }, product) =>
      items.map((item, at) => ({
        item,
        componentIds: [componentId],
        pointer: `/lenses/products/${String(product)}/items/${String(at)}`,
      })),
    ),
  ];
}

function withheld(
  { id, subjectIds }: Item,
  pointer: string,
  found: string,
): { ids: string[]; found: string; withhold: string[] } {
  return { ids: [id, ...subjectIds], found, withhold: [pointer] };
}
