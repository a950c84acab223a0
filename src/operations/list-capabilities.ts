import type { AnswerContext } from "#ports/context.ts";
import { readParts } from "./answering/read-parts.ts";
import type { CapabilityKind, KeeperUnit, Lifecycle } from "#vocabulary/structure.ts";

export interface ListCapabilitiesInput {
  /** Id of the assessment. */
  readonly assessment: string;
  readonly kind: CapabilityKind | null;
  /** Name or id of the owner. */
  readonly owner: string | null;
  /** Also those that nothing uses. */
  readonly withUnused: boolean;
}

export interface CapabilityRow {
  readonly id: string;
  readonly name: string;
  readonly kind: CapabilityKind;
  readonly owners: readonly string[];
  readonly lifecycle: Lifecycle;
  readonly latestVersion: string | null;
  readonly adoptersNow: number;
  readonly adoptersEver: number;
  readonly ownersNow: number;
  /** Repositories where most owners are unknown. */
  readonly keepersNow: { readonly count: number; readonly unit: KeeperUnit };
  readonly eligibleCount: number | null;
  readonly rate: number | null;
  /** Of those with a version: on `major`, the newest past its days of grace, or above. */
  readonly onNewestMajor: {
    readonly major: string;
    readonly numerator: number;
    readonly denominator: number;
  } | null;
  /** Ever − now. */
  readonly leftCount: number;
}

/** The capabilities and how they are used, the most used first; `hiddenCount` are those that nothing uses. */
export async function listCapabilities(
  { assessments }: AnswerContext,
  { assessment, kind, owner, withUnused }: ListCapabilitiesInput,
): Promise<{ readonly rows: CapabilityRow[]; readonly hiddenCount: number }> {
  const report = await readParts(assessments, assessment, ["teams", "capabilities", "adoption"]);
  const teamName = new Map(report.teams.map(({ id, name }) => [id, name]));
  const adoptionOf = new Map(report.adoption.map((one) => [one.capabilityId, one]));
  const rows: CapabilityRow[] = report.capabilities.map((capability) => {
    const adoption = adoptionOf.get(capability.id);
    const newest = adoption?.currency.onNewestMajor ?? null;
    return {
      id: capability.id,
      name: capability.name,
      kind: capability.kind,
      owners: capability.ownerIds.map((id) => teamName.get(id) ?? id),
      lifecycle: capability.lifecycle,
      latestVersion: capability.latestVersion,
      adoptersNow: adoption?.adoptersNow ?? 0,
      adoptersEver: adoption?.adoptersEver ?? 0,
      ownersNow: adoption?.ownersNow ?? 0,
      keepersNow: adoption?.keepersNow ?? { count: 0, unit: "team" },
      eligibleCount: adoption?.eligibleCount ?? null,
      rate: adoption?.rate ?? null,
      onNewestMajor:
        newest === null
          ? null
          : {
              major: newest.major,
              numerator: newest.numerator,
              denominator: newest.denominator,
            },
      leftCount: adoption?.left?.count ?? 0,
    };
  });
  const wanted = rows
    .filter((row) => kind === null || row.kind === kind)
    .filter((row) => owner === null || isOwnedBy(row.owners, owner))
    .sort((one, other) => other.adoptersNow - one.adoptersNow || (one.name < other.name ? -1 : 1));
  const shown = withUnused ? wanted : wanted.filter((row) => row.adoptersEver > 0);
  return { rows: shown, hiddenCount: wanted.length - shown.length };
}

function isOwnedBy(owners: readonly string[], wanted: string): boolean {
  const name = wanted.replace(/^team:/, "").toLowerCase();
  return owners.some((owner) => owner.toLowerCase() === name);
}
