import { rm } from "node:fs/promises";
import type { Problem } from "#evidence/problem.ts";
import {
  matrixOf,
  rankBetweenOwners,
  withoutThinCalls,
} from "#insight/duplication/between-owners.ts";
import { messageOf } from "#kernel/errors.ts";
import type { CompareContext } from "#ports/context.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import { compareFiles } from "./compare-files.ts";
import { readCopyTexts } from "./copy-texts.ts";
import { buildCloneIndex } from "./index-build.ts";
import { isLost } from "./is-lost.ts";
import { locateSites } from "./locate-sites.ts";
import {
  nothingComparedProblem,
  notComparedProblems,
  untoldProblems,
} from "./not-compared-problems.ts";
import { ownerKeyOf, placeClasses } from "./place-classes.ts";
import { trendOverQuarters } from "./quarterly-trend.ts";
import { locationIn } from "./shadow-location.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import type { DuplicationInput } from "./duplication-input.ts";

export interface AssessedDuplication {
  /** Null: nothing was compared. */
  readonly findings: DuplicationFindings | null;
  readonly problems: readonly Problem[];
}

/** Code shared between owners, at the heads of all repositories. A comparison that fails costs its own section only. */
export async function assessDuplication(
  context: CompareContext,
  input: DuplicationInput,
): Promise<AssessedDuplication> {
  try {
    const findings = await compareHeads(context, input);
    const { unreadable, untold } = findings;
    return { findings, problems: [...notComparedProblems(unreadable), ...untoldProblems(untold)] };
  } catch (error) {
    if (context.signal.aborted || !isLost(error)) throw error;
    return { findings: null, problems: [nothingComparedProblem(messageOf(error))] };
  }
}

async function compareHeads(
  context: CompareContext,
  input: DuplicationInput,
): Promise<DuplicationFindings> {
  const shadowFolder = await makeTemporaryFolder();
  try {
    const shadows = {
      sha1: await createShadow(shadowFolder, "sha1"),
      sha256: await createShadow(shadowFolder, "sha256"),
    };
    const repositories = input.repositories.filter((one) => one.refs.head !== null);
    const day = Math.floor(context.clock.now() / 86_400_000);
    const sources = repositories.map((one) => ({
      name: one.name,
      from: {
        commit: one.refs.head ?? "",
        location: locationIn(one, shadows),
        shelf: input.cache === null ? null : { path: input.cache.tokensPath(one.id), day },
      },
    }));
    const comparison = await compareFiles(context, sources, input.jobs, {
      ownerOf: ownerKeyOf(repositories, input.components),
    });
    for (const { source, text } of comparison.notKept) {
      const { name } = repositories[source] ?? { name: "" };
      context.log.warn(`The code of ${name} has to be read again next time: ${text}`);
    }
    const siteOf = locateSites(comparison.files, repositories, input.evidence, input.components);
    if (input.cache !== null) {
      const { folder: cacheFolder } = input.cache;
      await buildCloneIndex(context, { cacheFolder, comparison, repositories, placeOf: siteOf });
    }
    const ownerOf = ownerKeyOf(repositories, input.components);
    const ranked = rankBetweenOwners(placeClasses(comparison, siteOf, ownerOf));
    const texts = await readCopyTexts(ranked, repositories, shadows, context.signal);
    const classes = withoutThinCalls(ranked, texts);
    return {
      filesCount: comparison.comparedCount,
      linesCount: comparison.linesCount,
      leftOut: comparison.leftOut,
      unreadable: comparison.unreadable.map(({ source, ...unread }) => ({
        repository: repositories[source]?.name ?? "",
        ...unread,
      })),
      untold:
        comparison.untold === null
          ? null
          : {
              count: comparison.untold.count,
              repository: repositories[comparison.untold.source]?.name ?? "",
            },
      withinOwnersCount: comparison.classes.length + comparison.withinCount - ranked.length,
      classes,
      matrix: matrixOf(classes),
      trend: input.withTrend
        ? await trendOverQuarters(context, input, { repositories, sources })
        : null,
      texts,
    };
  } finally {
    await rm(shadowFolder, { recursive: true, force: true });
  }
}
