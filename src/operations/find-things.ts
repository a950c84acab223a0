import { nearestWords } from "#kernel/nearest-word.ts";
import type { AnswerContext } from "#ports/context.ts";
import { readParts, type Parts } from "./answering/read-parts.ts";

export const thingKinds = ["capability", "component", "team", "repository", "job"] as const;
export type ThingKind = (typeof thingKinds)[number];

/** How a thing answers to the text: its name or id is the text, begins with it or holds it; or the name comes near. */
export const matches = ["is", "begins", "holds", "near"] as const;
export type Match = (typeof matches)[number];

export interface FindThingsInput {
  /** Id of the assessment. */
  readonly assessment: string;
  readonly text: string;
  /** Null: of every kind. */
  readonly kind: ThingKind | null;
}

export interface FoundThing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly name: string;
  /** What it is, in its own words; null: it says nothing. */
  readonly about: string | null;
  readonly match: Match;
}

/** Names that come near are given where nothing holds the text: so many. */
const nearShown = 5;

/** What bears a name like the text, or has a package or an earlier name like it; the best answers first. */
export async function findThings(
  { assessments }: AnswerContext,
  { assessment, text, kind }: FindThingsInput,
): Promise<readonly FoundThing[]> {
  const all = thingsOf(await readParts(assessments, assessment, named)).filter(
    (one) => kind === null || one.kind === kind,
  );
  const wanted = text.toLowerCase();
  const found = all.flatMap((one) => {
    const match = bestMatch([one.name, one.id, ...one.otherNames], wanted);
    return match === null ? [] : [shown(one, match)];
  });
  if (found.length === 0) return nearest(all, text);
  return found.toSorted(
    (a, b) =>
      matches.indexOf(a.match) - matches.indexOf(b.match) ||
      thingKinds.indexOf(a.kind) - thingKinds.indexOf(b.kind) ||
      (a.name < b.name ? -1 : 1),
  );
}

interface Named {
  readonly kind: ThingKind;
  readonly id: string;
  readonly name: string;
  readonly about: string | null;
  readonly otherNames: readonly string[];
}

const named = ["capabilities", "components", "teams", "repositories", "jobs"] as const;

function thingsOf(report: Parts<(typeof named)[number]>): Named[] {
  return [
    ...report.capabilities.map((one): Named => ({
      kind: "capability",
      id: one.id,
      name: one.name,
      about: one.description ?? one.kind,
      otherNames: [...one.packages, ...one.formerNames],
    })),
    ...report.components.map((one): Named => ({
      kind: "component",
      id: one.id,
      name: one.name,
      about: one.description ?? one.class,
      otherNames: [],
    })),
    ...report.teams.map((one): Named => ({
      kind: "team",
      id: one.id,
      name: one.name,
      about: null,
      otherNames: [],
    })),
    ...report.repositories.map((one): Named => ({
      kind: "repository",
      id: one.id,
      name: one.name,
      about: null,
      otherNames: [],
    })),
    ...report.jobs.map((one): Named => ({
      kind: "job",
      id: one.id,
      name: one.title,
      about: one.definition,
      otherNames: [
        one.job,
        ...one.solutions.flatMap((solution) => [solution.package, ...solution.packages]),
      ],
    })),
  ];
}

function bestMatch(names: readonly string[], wanted: string): Match | null {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.includes(wanted)) return "is";
  if (lower.some((name) => name.startsWith(wanted))) return "begins";
  return lower.some((name) => name.includes(wanted)) ? "holds" : null;
}

function nearest(all: readonly Named[], text: string): FoundThing[] {
  const near = nearestWords(
    text,
    all.flatMap(({ name }) => [name, bareName(name)]),
    nearShown,
  );
  return near.flatMap((name) =>
    all
      .filter(
        (one) => one.name === name || (bareName(one.name) === name && !near.includes(one.name)),
      )
      .map((one) => shown(one, "near")),
  );
}

/** `web-kit` of `@meridian/web-kit`: what people say of it. */
function bareName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function shown({ kind, id, name, about }: Named, match: Match): FoundThing {
  return { kind, id, name, about, match };
}
