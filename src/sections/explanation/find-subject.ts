import type { Report } from "../report.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { nearestWord } from "#kernel/nearest-word.ts";
import { namedDecays, namedSignals } from "./outline-signal.ts";
import { some } from "#kernel/phrases.ts";
import type { SubjectKind } from "./explanation.ts";

export interface Subject {
  readonly kind: Exclude<SubjectKind, "figure">;
  readonly id: string;
  readonly name: string;
}

/** What may be asked for; a part that is not there holds nothing that is meant. */
export type Subjects = Partial<
  Pick<
    Report,
    | "capabilities"
    | "components"
    | "teams"
    | "repositories"
    | "consumptions"
    | "evidence"
    | "signals"
  >
>;

type Named = { readonly id: string; readonly name: string };

/** The one thing that an id or a name means; names are compared without case. Throws `unknown-id`. */
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
  ],
): Subject {
  const all = subjectsOf(report);
  const byId = all.find((one) => one.id === text);
  if (byId !== undefined) return byId;
  const wanted = text.toLowerCase();
  const candidates = all.filter((one) => kinds.includes(one.kind));
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

function unknown(text: string, candidates: readonly Named[]): FulcrumError {
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
  const { signals } = report;
  const of = (kind: Subject["kind"], list: readonly Named[] = []): Subject[] =>
    list.map(({ id, name }) => ({ kind, id, name }));
  const nameless = (
    kind: Subject["kind"],
    list: readonly { readonly id: string }[] = [],
  ): Subject[] => list.map(({ id }) => ({ kind, id, name: id }));
  return [
    ...of("capability", report.capabilities),
    ...of("component", report.components),
    ...of("team", report.teams),
    ...of("repository", report.repositories),
    ...nameless("consumption", report.consumptions),
    ...nameless("evidence", report.evidence),
    ...of("signal", signals === undefined ? [] : namedSignals({ signals })),
    ...of("decay", signals === undefined ? [] : namedDecays({ signals })),
  ];
}
