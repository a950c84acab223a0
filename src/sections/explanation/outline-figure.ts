import type { ReportAdoption } from "../adoption/schema.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { nearestWord } from "#kernel/nearest-word.ts";
import { factsOf, personNote, type Outline } from "./explanation.ts";
import {
  adoptionFigures,
  currentUseFields,
  endedUseFields,
  personFields,
} from "../adoption/figure-words.ts";
import { rateOf } from "../adoption/explain.ts";
import { spanOf } from "../consumptions/span-words.ts";
import type { Report } from "../report.ts";
import type { Lookups } from "./explaining.ts";
import { plainStep } from "#kernel/reference.ts";
import { keysOf } from "#contract/keys.ts";

/** A figure by its reference: `/adoption/capability:1f/rate`. Throws `unknown-id`. */
export function outlineFigure(report: Report, lookups: Lookups, pointer: string): Outline {
  const steps = stepsOf(pointer);
  const trail = follow(report, lookups, pointer);
  const value = trail.at(-1);
  const isPersonal = steps.some((step) => personFields.has(step));
  const adoption =
    steps[0] === "adoption" ? report.adoption.find((one) => one === trail[2]) : undefined;
  const owner = ownerOf(lookups, trail);
  const uses = adoption === undefined || isPersonal ? [] : usesBehind(lookups, adoption, steps[2]);
  return {
    id: pointer,
    kind: "figure",
    title: `${owner === null ? "" : `${owner.name}: `}${steps.slice(2).join(" ") || (steps[0] ?? "the report")}`,
    facts: factsOf(
      ["value", shown(value)],
      ["means", steps[2] === undefined ? null : (adoptionFigures.get(steps[2]) ?? null)],
      ["from", adoption !== undefined && steps[2] === "rate" ? rateOf(adoption) : null],
    ),
    reasons: [],
    related: [
      ...(owner === null ? [] : [{ id: owner.id, text: owner.name }]),
      ...uses.map((use) => ({
        id: use.id,
        text: `${lookups.nameOf(use.consumerComponentId)}: ${spanOf(use)}`,
      })),
    ],
    evidenceIds: isPersonal
      ? []
      : [
          ...evidenceWithin(value),
          ...nearestEvidence(trail),
          ...uses.flatMap((use) => use.evidenceIds),
        ],
    places: [pointer],
    note: isPersonal ? personNote : null,
  };
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map(plainStep)
    .filter((step, at, all) => step !== "" || at < all.length - 1);
}

/** The values on the way, the report itself first. */
function follow(report: Report, lookups: Lookups, pointer: string): unknown[] {
  const trail: unknown[] = [report];
  for (const step of stepsOf(pointer)) {
    const entries = entriesOf(trail.at(-1));
    const key = entries.has(step) ? step : keyNamed(step, entries, lookups);
    if (key === null) {
      const near = nearestWord(step, [...entries.keys()]);
      throw new FulcrumError(
        "unknown-id",
        `The last assessment has nothing at ${pointer}: there is no ${step}.`,
        near === null
          ? "docs/report.schema.json describes what stands where."
          : `Did you mean ${near}? docs/report.schema.json describes what stands where.`,
      );
    }
    trail.push(entries.get(key));
  }
  return trail;
}

/** People know things by their names. */
function keyNamed(
  name: string,
  entries: ReadonlyMap<string, unknown>,
  { nameOf }: Lookups,
): string | null {
  const named = [...entries.keys()].filter((key) => nameOf(key) === name);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** What is below, by the step that leads there: fields of a thing, entries of a list by their keys. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    return new Map(keysOf(entries).map((key, place) => [key, entries[place]] as const));
  }
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}

/** The component, capability, team or repository that the figure is about. */
function ownerOf(
  { nameOf }: Lookups,
  trail: readonly unknown[],
): { readonly id: string; readonly name: string } | null {
  for (const value of trail.toReversed()) {
    const id =
      textAt(value, "id") ??
      textAt(value, "capabilityId") ??
      textAt(value, "componentId") ??
      textAt(value, "teamId");
    if (id === null) continue;
    return { id, name: textAt(value, "name") ?? nameOf(id) };
  }
  return null;
}

function usesBehind({ usesOf }: Lookups, adoption: ReportAdoption, field: string | undefined) {
  const uses = usesOf(adoption.capabilityId);
  if (field !== undefined && currentUseFields.has(field))
    return uses.filter(({ to }) => to === null);
  if (field !== undefined && endedUseFields.has(field)) return uses.filter(({ to }) => to !== null);
  return uses;
}

function nearestEvidence(trail: readonly unknown[]): string[] {
  for (const value of trail.toReversed()) {
    const ids = textsAt(value, "evidenceIds");
    if (ids.length > 0) return ids;
  }
  return [];
}

function evidenceWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(evidenceWithin);
  if (typeof value !== "object" || value === null) return [];
  return [
    ...textsAt(value, "evidenceIds"),
    ...Object.entries(value).flatMap(([key, entry]) =>
      key === "evidenceIds" ? [] : evidenceWithin(entry),
    ),
  ];
}

function shown(value: unknown): string {
  if (value === null) return "unknown";
  if (typeof value === "string") return value;
  const json = JSON.stringify(value);
  return json.length <= 400
    ? json
    : `${json.slice(0, 400)}… (the rest with --format json of assess)`;
}

function textAt(value: unknown, key: string): string | null {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
  const entry: unknown = Reflect.get(value, key);
  return typeof entry === "string" ? entry : null;
}

function textsAt(value: unknown, key: string): string[] {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  const entry: unknown = Reflect.get(value, key);
  return Array.isArray(entry) ? entry.filter((one) => typeof one === "string") : [];
}
