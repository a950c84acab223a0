import { append } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { folderOf } from "#model/folder-paths.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Use } from "../adoption/uses.ts";

export interface FirstUseDays {
  /** Days from the birth of a component to its first use, where it was not born with that. */
  readonly days: readonly number[];
  /** Components whose first use came within a day of their first commit. */
  readonly bornWith: number;
  /** Of first uses whose days are counted, and of those that components were born with. */
  readonly evidence: readonly EvidenceRef[];
}

const secondsPerDay = 86_400;
const mostFirstUses = 12;

interface Start {
  readonly days: number;
  readonly kind: "counted" | "born-with" | "untold";
  readonly evidence: readonly EvidenceRef[];
}

/**
 * Only first uses of what was there when the component was born: later inventions could not be used sooner. Where the first
 * use of a component cannot be told, for it began before the component or before the capability's first release (or, never released, its birth), as under an
 * earlier name, none of its later ones stands for it. Nor where its folder was part of a component that used it on that day: it
 * was given a manifest of its own. Examples show a use, and tests try one: neither is by what runs.
 */
export function firstUseDays(
  { components, capabilities }: Pick<Organisation, "components" | "capabilities">,
  adoption: readonly Pick<AdoptionResult, "capabilityId" | "uses">[],
): FirstUseDays {
  const bornAt = new Map(
    components
      .filter(({ surface }) => !surface.some(({ mark }) => mark === "sample"))
      .map((one) => [one.id, one.born?.at ?? null]),
  );
  const birthOf = new Map(components.map((one) => [one.id, one.born?.at ?? null]));
  // What was never released was there from its own birth.
  const thereAt = new Map(
    capabilities.map(({ id, releases, providerComponentId }) => [
      id,
      releases[0]?.at ?? birthOf.get(providerComponentId ?? "") ?? null,
    ]),
  );
  const around = enclosing(components);
  const first = new Map<string, Start>();
  for (const { capabilityId, uses } of adoption) {
    const spells = new Map<string, Use[]>();
    for (const use of uses) append(spells, use.componentId, use);
    for (const use of uses)
      for (const beginning of beginningsOf(use)) {
        const { componentId } = beginning;
        const born = bornAt.get(componentId) ?? null;
        if (born === null) continue;
        const isSplitOff = (around.get(componentId) ?? []).some((id) =>
          spells.get(id)?.some(({ from, to }) => from <= born && (to === null || to > born)),
        );
        const start = startOf(
          isSplitOff ? { ...beginning, isFromCensored: true } : beginning,
          born,
          thereAt.get(capabilityId) ?? null,
        );
        const known = first.get(componentId);
        if (start !== null && (known === undefined || isBefore(start, known)))
          first.set(componentId, { ...start, evidence: beginning.evidence });
      }
  }
  const all = [...first.values()];
  const counted = all.filter(({ kind }) => kind === "counted");
  const bornWith = all.filter(({ kind }) => kind === "born-with");
  return {
    days: counted.map(({ days }) => days),
    bornWith: bornWith.length,
    evidence: [counted, bornWith].flatMap((some) =>
      some.slice(0, mostFirstUses).flatMap(({ evidence }) => evidence.slice(0, 1)),
    ),
  };
}

/** Components of the same repository in whose folders one lies, by its id. */
function enclosing(
  components: readonly Pick<Component, "id" | "repositoryId" | "path">[],
): ReadonlyMap<string, readonly string[]> {
  const byPlace = new Map<string, string[]>();
  for (const { id, repositoryId, path } of components)
    append(byPlace, placeOf(repositoryId, path), id);
  return new Map(
    components.flatMap(({ id, repositoryId, path }) => {
      const found: string[] = [];
      for (let at = path; at !== ".";) {
        at = folderOf(at);
        for (const one of byPlace.get(placeOf(repositoryId, at)) ?? []) found.push(one);
      }
      return found.length === 0 ? [] : [[id, found]];
    }),
  );
}

function placeOf(repositoryId: string, folder: string): string {
  return `${repositoryId}\n${folder}`;
}

/** Of what began in one commit that counts of which it can be told. */
function isBefore(one: Pick<Start, "days" | "kind">, other: Start): boolean {
  return (
    one.days < other.days ||
    (one.days === other.days && other.kind === "untold" && one.kind !== "untold")
  );
}

interface Beginning extends Pick<Use, "componentId" | "from" | "isFromCensored" | "openedBy"> {
  readonly evidence: readonly EvidenceRef[];
}

/** Of the component that has the use, and of those that had it before it moved there; tests left out. */
function beginningsOf(use: Use): Beginning[] {
  const runs = use.consumptions
    .filter(({ scope }) => scope !== "test")
    .map(({ consumerComponentId, from, isFromCensored, openedBy, evidence }) => ({
      componentId: consumerComponentId,
      from: from.at,
      isFromCensored,
      openedBy,
      evidence,
    }));
  const [first] = runs;
  if (first === undefined) return [];
  const whole = runs.length === use.consumptions.length;
  const own = { ...first, ...(whole ? use : {}), componentId: use.componentId };
  return [own, ...runs.filter(({ componentId }) => componentId !== use.componentId)];
}

/** Null: a later invention, or nobody knows whether it was there. */
function startOf(
  { from, isFromCensored, openedBy }: Beginning,
  born: number,
  thereAt: number | null,
): Pick<Start, "days" | "kind"> | null {
  const days = (from - born) / secondsPerDay;
  if (days < 0 || isFromCensored || (thereAt !== null && from < thereAt))
    return { days, kind: "untold" };
  if (thereAt === null || thereAt > born) return null;
  // Calls of a service have nobody who opened them: the days tell.
  return { days, kind: openedBy === "template" || days <= 1 ? "born-with" : "counted" };
}
