import type { ReportDuplication } from "./schema.ts";
import type { CopySite, RankedClass } from "#insight/duplication/between-owners.ts";
import { isCode } from "#model/offer-kinds.ts";
import type { Capability } from "#model/organisation.ts";
import { isoTime } from "../evidence-list.ts";
import { cloneKinds } from "#vocabulary/duplication.ts";
import { copyKey } from "#insight/duplication/between-owners.ts";
import { cloneId, type DuplicationFindings } from "#insight/duplication/findings.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

/** Far more than an organisation has: what is made to be copied a million times must not fill memory. */
const mostClasses = 20_000;
const mostCopies = 1000;
/** Letters of all copies together, by their paths and so many more for each: a report is written as one text. */
const mostLetters = 100_000_000;
const lettersPerCopy = 350;
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
    classes: listed(findings.classes).map(({ one, copies }) => ({
      id: cloneId(one),
      kind: one.kind,
      type: one.type,
      medianLines: one.medianLines,
      tokens: one.tokens,
      similarity: one.similarity,
      ownerIds: one.ownerIds.filter((id) => id.startsWith("team:")),
      copies: copies.map((copy) => ({
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
      offeredByIds: offering(one, capabilities),
    })),
    trend: findings.trend?.map(({ at, ...figures }) => ({ date: isoTime(at), ...figures })) ?? null,
    matrix: findings.matrix.map((pair) => ({ ...pair })),
  };
}

const testFolder = /(?:^|\/)(?:specs?|tests?|__tests__)\//;

/** Scaffolding is no part of what a library offers, nor are its tests. */
function offering({ kind, copies }: RankedClass, capabilities: readonly Capability[]): string[] {
  if (kind === "template" || kind === "fork" || capabilities.length === 0) return [];
  const holders = new Set<string | null>();
  for (const { componentId, path } of copies)
    if (componentId !== null && !testFolder.test(path)) holders.add(componentId);
  return capabilities
    .filter((one) => isCode(one.kind) && holders.has(one.providerComponentId))
    .map((one) => one.id);
}

/** The classes that are listed, with their copies that are; how many there are of both is said beside them. */
function listed(
  classes: readonly RankedClass[],
): { readonly one: RankedClass; readonly copies: readonly CopySite[] }[] {
  const found = [];
  let left = mostLetters;
  for (const one of classes.slice(0, mostClasses)) {
    if (left <= 0) break;
    const copies = one.copies.slice(0, mostCopies);
    left -= copies.reduce((sum, { path }) => sum + path.length, copies.length * lettersPerCopy);
    found.push({ one, copies });
  }
  return found;
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
