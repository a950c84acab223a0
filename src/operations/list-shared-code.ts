import type { AnswerContext } from "#ports/context.ts";
import type { ReportDuplication } from "#sections/duplication/schema.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";
import type { CloneKind } from "#vocabulary/duplication.ts";
import { repositoryAddress } from "./answering/placed-evidence.ts";
import { readParts } from "./answering/read-parts.ts";

type CloneClass = NonNullable<ReportDuplication>["classes"][number];

export interface ListSharedCodeInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Name or id of a team that keeps a copy; null: of all. */
  readonly team: string | null;
  /** Empty: every kind. */
  readonly kinds: readonly CloneKind[];
}

export interface SharedCodeRow {
  readonly id: string;
  readonly kind: CloneKind;
  readonly owners: readonly string[];
  readonly medianLines: number;
  /** Lowest of any copy to the first, 0 to 1. */
  readonly similarity: number;
  /** Lines that more than one owner keeps. */
  readonly crossOwnerLines: number;
  readonly coChanges: number;
  /** Capabilities of components that hold a copy: whoever copied it could use them. */
  readonly offeredBy: readonly string[];
  readonly copiesCount: number;
  readonly copies: readonly {
    readonly repository: string;
    readonly path: string;
    /** 1-based, inclusive. */
    readonly start: number;
    readonly end: number;
    readonly commit: string | null;
  }[];
}

export interface ListedSharedCode {
  /** Of the whole organisation. */
  readonly summary: NonNullable<ReportDuplication>["summary"];
  /** Those that matter most first. */
  readonly rows: readonly SharedCodeRow[];
}

/** Code that more than one owner keeps; null: the assessment compared no code. Throws `unknown-id`. */
export async function listSharedCode(
  { assessments }: AnswerContext,
  { assessment, team, kinds }: ListSharedCodeInput,
): Promise<ListedSharedCode | null> {
  const { duplication, teams, capabilities } = await readParts(assessments, assessment, [
    "duplication",
    "teams",
    "capabilities",
  ]);
  const owner = team === null ? null : findSubject({ teams }, team, ["team"]).id;
  if (duplication === null) return null;
  const nameOf = new Map([...teams, ...capabilities].map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]): string[] => ids.map((id) => nameOf.get(id) ?? id);
  const rows = duplication.classes
    .filter((one) => owner === null || one.ownerIds.includes(owner))
    .filter((one) => kinds.length === 0 || kinds.includes(one.kind))
    .map((one): SharedCodeRow => ({
      id: one.id,
      kind: one.kind,
      owners: names(one.ownerIds),
      medianLines: one.medianLines,
      similarity: one.similarity,
      crossOwnerLines: one.crossOwnerLines,
      coChanges: one.coChangesCount,
      offeredBy: names(one.offeredByIds),
      copiesCount: one.copiesCount,
      copies: one.copies.map(copyOf),
    }));
  return { summary: duplication.summary, rows };
}

function copyOf({
  repositoryId,
  path,
  start,
  end,
  commit,
}: CloneClass["copies"][number]): SharedCodeRow["copies"][number] {
  return { repository: repositoryAddress(repositoryId), path, start, end, commit };
}
