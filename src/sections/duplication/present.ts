import type { ReportDuplication } from "./schema.ts";
import type { RankedClass } from "#insight/duplication/between-owners.ts";
import { isCode } from "#model/offer-kinds.ts";
import type { Capability } from "#model/organisation.ts";
import { isoTime } from "../evidence-list.ts";
import { cloneKinds } from "#vocabulary/duplication.ts";
import { cloneId, copyKey, type DuplicationFindings } from "#insight/duplication/findings.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

/** Far more than an organisation has: what is made to be copied a million times must not fill memory. */
const mostClasses = 20_000;
const mostCopies = 1000;
const secondsPerDay = 86_400;

export function mapDuplication(
  findings: DuplicationFindings,
  capabilities: readonly Capability[],
): ReportDuplication {
  return {
    summary: {
      linesCount: findings.linesCount,
      filesCount: findings.filesCount,
      crossOwnerLines: findings.classes.reduce((sum, one) => sum + one.crossOwnerLines, 0),
      classesCount: findings.classes.length,
      withinOwnersCount: findings.withinOwnersCount,
      byKind: cloneKinds.map((kind) => {
        const ofKind = findings.classes.filter((one) => one.kind === kind);
        return {
          kind,
          classesCount: ofKind.length,
          crossOwnerLines: ofKind.reduce((sum, one) => sum + one.crossOwnerLines, 0),
        };
      }),
      leftOut: findings.leftOut.map((one) => ({ ...one })),
    },
    classes: findings.classes.slice(0, mostClasses).map((one) => ({
      id: cloneId(one),
      kind: one.kind,
      type: one.type,
      medianLines: one.medianLines,
      tokens: one.tokens,
      similarity: one.similarity,
      ownerIds: one.ownerIds.filter((id) => id.startsWith("team:")),
      copies: one.copies.slice(0, mostCopies).map((copy) => ({
        repositoryId: copy.repositoryId,
        componentId: copy.componentId,
        path: copy.path,
        commit: copy.commit,
        start: copy.start,
        end: copy.end,
        born: copy.changeDays[0] === undefined ? null : isoTime(copy.changeDays[0] * secondsPerDay),
        text: findings.texts.get(copyKey(copy)) ?? null,
      })),
      copiesCount: one.copies.length,
      crossOwnerLines: one.crossOwnerLines,
      coChangesCount: one.coChangesCount,
      coChangesByChance: one.coChangesByChance,
      rank: one.rank,
      // A workflow or a service beside the copy is no answer to it: only what can be built on is.
      offeredByIds: capabilities
        .filter(
          ({ kind, providerComponentId }) => isCode(kind) && offersCopy(one, providerComponentId),
        )
        .map((capability) => capability.id),
    })),
    trend: findings.trend?.map(({ at, ...figures }) => ({ date: isoTime(at), ...figures })) ?? null,
    matrix: findings.matrix.map((pair) => ({ ...pair })),
  };
}

const testFolder = /(?:^|\/)(?:specs?|tests?|__tests__)\//;

/** Scaffolding is no part of what a library offers, nor are its tests. */
function offersCopy({ kind, copies }: RankedClass, componentId: string | null): boolean {
  if (componentId === null || kind === "template" || kind === "fork") return false;
  return copies.some((copy) => copy.componentId === componentId && !testFolder.test(copy.path));
}

/** Reasons of the section's nulls. */
export function duplicationUnknowns(duplication: ReportDuplication | null): UnknownEntry[] {
  if (duplication === null) return [];
  const births = duplication.classes.flatMap(({ copies }, index) =>
    copies.flatMap(({ born }, place) =>
      born !== null
        ? []
        : [
            {
              pointer: `/duplication/classes/${String(index)}/copies/${String(place)}/born`,
              code: "no-history",
              reason: "history does not show the file's first change",
              needs: "a clone with its whole history",
            },
          ],
    ),
  );
  if (duplication.trend !== null) return births;
  const notAsked = {
    pointer: "/duplication/trend",
    code: "not-asked",
    reason: "the code of earlier quarters was not compared, which takes several times as long",
    needs: "fulcrum assess --duplication-trend",
  };
  return [notAsked, ...births];
}
