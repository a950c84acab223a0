import type { DeclaredAt, UsabilityFinding } from "#evidence/declared.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { findingEvidence } from "#evidence/finding-evidence.ts";
import type { Organisation } from "#model/organisation.ts";
import { findingSeverities } from "#vocabulary/declared.ts";

/** A finding of something that is known. */
export interface FindingResult extends Omit<UsabilityFinding, "about" | "where"> {
  /** A component, or a capability where no component is called so. */
  readonly subjectId: string;
  readonly evidence: readonly EvidenceRef[];
}

export interface UsabilityResult {
  /** Open ones first, then by severity, by how many met it, the newest first. */
  readonly findings: readonly FindingResult[];
  /** Names that nothing has, with the place where each was first seen. */
  readonly unmatched: readonly ({ readonly about: string } & DeclaredAt)[];
}

/** What users stumbled over by the day asked for; what was mended later is still open. Null: none were fed in. */
export function assessUsability(
  findings: readonly UsabilityFinding[] | null,
  { components, capabilities }: Pick<Organisation, "components" | "capabilities">,
  asked: number,
): UsabilityResult {
  const ids = new Map([
    ...capabilities.flatMap((one) => namesOf(one.id, one.name)),
    ...components.flatMap((one) => namesOf(one.id, one.name)),
  ]);
  const found: FindingResult[] = [];
  const unmatched = new Map<string, UsabilityFinding>();
  for (const one of findings ?? []) {
    if (one.foundAt > asked) continue;
    const { about, where: _, resolvedAt, ...said } = one;
    const subjectId = ids.get(about) ?? ids.get(about.toLowerCase());
    if (subjectId === undefined) {
      if (!unmatched.has(about)) unmatched.set(about, one);
      continue;
    }
    found.push({
      ...said,
      subjectId,
      resolvedAt: resolvedAt === null || resolvedAt > asked ? null : resolvedAt,
      evidence: [findingEvidence(one)],
    });
  }
  return {
    findings: found.sort(compareFindings),
    unmatched: [...unmatched.values()].map(({ about, where }) => ({ about, ...where })),
  };
}

function namesOf(id: string, name: string): (readonly [string, string])[] {
  return [
    [id, id],
    [name.toLowerCase(), id],
  ];
}

export function isOpenFinding({ resolvedAt }: FindingResult): boolean {
  return resolvedAt === null;
}

/** Part of those who took part that met it; null where either is not said. */
export function shareOfUsers({ users, participants }: FindingResult): number | null {
  return users === null || participants === null || participants === 0
    ? null
    : users / participants;
}

function compareFindings(a: FindingResult, b: FindingResult): number {
  const rank = ({ severity }: FindingResult): number => findingSeverities.indexOf(severity);
  return (
    Number(b.resolvedAt === null) - Number(a.resolvedAt === null) ||
    rank(a) - rank(b) ||
    (shareOfUsers(b) ?? 0) - (shareOfUsers(a) ?? 0) ||
    (b.users ?? 0) - (a.users ?? 0) ||
    b.foundAt - a.foundAt ||
    (a.finding < b.finding ? -1 : 1)
  );
}
