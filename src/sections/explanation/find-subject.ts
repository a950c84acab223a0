import type { Report } from "../report.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { nearestWord } from "#kernel/nearest-word.ts";
import { sections } from "../index.ts";
import type { Subject } from "./explaining.ts";
import { some } from "#kernel/phrases.ts";

/** Parts of a report; what is not there holds nothing that is meant. */
export type Subjects = Partial<Omit<Report, "sections">>;

/** The one thing that an id, a slug or a name means; names are compared without case. Throws `unknown-id`. */
export function findSubject(
  report: Subjects,
  text: string,
  kinds: readonly Subject["kind"][] = [
    "capability",
    "component",
    "team",
    "repository",
    "signal",
    "decay",
    "proposal",
  ],
): Subject {
  const all = subjectsOf(report);
  const byId = all.find((one) => one.id === text || one.slug === text);
  if (byId !== undefined) return byId;
  const wanted = text.toLowerCase();
  const candidates = kinds.flatMap((kind) => all.filter((one) => one.kind === kind));
  const named = candidates.filter((one) => one.name.toLowerCase() === wanted);
  const [first] = named;
  // A capability and the component that provides it often share a name: the first kind asked for is meant.
  const sameKind = named.filter((one) => one.kind === first?.kind);
  if (first !== undefined && sameKind.length === 1) return first;
  if (first !== undefined) {
    throw new FulcrumError(
      "unknown-id",
      `${text} is the name of ${sameKind.length} things.`,
      `Give the id of the one you mean: ${some(
        sameKind.map(({ id }) => id),
        5,
      )}`,
    );
  }
  throw unknown(text, candidates);
}

function unknown(text: string, candidates: readonly Subject[]): FulcrumError {
  const isId = /^[a-z]+:/.test(text);
  const near = nearestWord(
    text,
    candidates.map((one) => (isId ? one.id : one.name)),
  );
  return new FulcrumError(
    "unknown-id",
    `Nothing is called ${text} in the last assessment.`,
    near === null
      ? "List what there is with: fulcrum capabilities"
      : `Did you mean ${near}? List what there is with: fulcrum capabilities`,
  );
}

function subjectsOf(report: Subjects): Subject[] {
  const explaining: readonly AnyExplaining[] = sections;
  return explaining.flatMap(({ schema, explains }) =>
    explains !== null && Object.keys(schema).every((key) => Object.hasOwn(report, key))
      ? explains.subjects(report)
      : [],
  );
}

/** What the definitions have in common; what is shown each of them knows best. */
interface AnyExplaining {
  readonly schema: object;
  readonly explains: { subjects(shown: object): readonly Subject[] } | null;
}
