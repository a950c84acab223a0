import type { Unknown } from "#evidence/unknown.ts";
import type { Organisation } from "#model/organisation.ts";
import type { Defection } from "./result.ts";
import type { SolutionUse } from "./solutions.ts";
import { compareText, type Use } from "./uses.ts";

/** Quiet defections: wrappers and vendored copies seen in consumers, and substitutes in use beside the capability. */
export function defections(
  uses: readonly Use[],
  workarounds: readonly Organisation["workarounds"][number][],
  others: readonly SolutionUse[] | null,
): Defection[] {
  const seen = workarounds.map(({ kind, componentId, text, since, evidence }) => ({
    kind,
    componentId,
    text,
    since,
    evidence,
  }));
  const current = new Map(
    uses.filter((use) => use.to === null).map((use) => [use.componentId, use]),
  );
  const beside = (others ?? []).flatMap((other): Defection[] => {
    const use = current.get(other.componentId);
    if (!use || other.to !== null || other.from <= use.from) return [];
    return [
      {
        kind: "substitute",
        componentId: other.componentId,
        text: `uses ${other.name} beside it`,
        since: other.from,
        evidence: other.evidence,
      },
    ];
  });
  return [...seen, ...beside].sort(
    (a, b) =>
      compareText(a.componentId, b.componentId) ||
      compareText(a.kind, b.kind) ||
      compareText(a.text, b.text),
  );
}

/** Wrappers and copies are seen in the tree as it stands, which does not say since when. */
export function defectionGaps(found: readonly Defection[]): Unknown[] {
  return found.flatMap(({ since, text }, index) =>
    since !== null
      ? []
      : [
          {
            field: `defections.${index}.since`,
            code: "start-not-seen",
            reason: `${text} is known as it stands now, not since when`,
            needs: `the first commit of it: git log --reverse -- ${text}`,
          },
        ],
  );
}
