import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import {
  matrixOf,
  rankBetweenOwners,
  type CopySite,
  type OwnerPair,
  type RankedClass,
} from "#insight/duplication/between-owners.ts";
import type { LeftOut } from "#insight/duplication/read-files.ts";
import type { OperationContext } from "#kernel/ports.ts";
import type { Component } from "#model/organisation.ts";
import { createShadow } from "#sources/git/shadow.ts";
import type { FileCache } from "#store/files/cache.ts";
import type { InspectedRepository } from "../inspect-repositories.ts";
import { compareFiles, type Comparison } from "./compare-files.ts";
import { readCopyTexts } from "./copy-texts.ts";
import { buildCloneIndex } from "./index-build.ts";
import { locateSites } from "./locate-sites.ts";
import type { ReadFilesTask } from "./read-clone-files.ts";
import { locationIn } from "./shadow-location.ts";

export interface DuplicationInput {
  readonly repositories: readonly InspectedRepository[];
  readonly evidence: readonly RepositoryEvidence[];
  readonly components: readonly Component[];
  readonly jobs: number;
  /** Where tokens are kept between runs; null: nowhere. */
  readonly cache: FileCache | null;
}

export interface DuplicationFindings {
  readonly filesCount: number;
  readonly linesCount: number;
  readonly leftOut: readonly LeftOut[];
  readonly unreadable: readonly {
    readonly repository: string;
    readonly path: string;
    readonly text: string;
  }[];
  readonly withinOwnersCount: number;
  readonly classes: readonly RankedClass[];
  readonly matrix: readonly OwnerPair[];
  /** Lines of the highest-ranked copies, by `copyKey`. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Code shared between owners, at the heads of all repositories. */
export async function assessDuplication(
  context: OperationContext,
  input: DuplicationInput,
): Promise<DuplicationFindings> {
  const shadowFolder = await mkdtemp(join(tmpdir(), "fulcrum-"));
  try {
    const shadows = {
      sha1: await createShadow(shadowFolder, "sha1"),
      sha256: await createShadow(shadowFolder, "sha256"),
    };
    const repositories = input.repositories.filter((one) => one.refs.head !== null);
    const day = Math.floor(context.clock.now() / 86_400_000);
    const sources = repositories.map((one): ReadFilesTask => ({
      kind: "files",
      name: one.name,
      from: {
        commit: one.refs.head ?? "",
        location: locationIn(one, shadows),
        shelf: input.cache === null ? null : { path: input.cache.tokensPath(one.id), day },
      },
    }));
    const comparison = await compareFiles(context, sources, input.jobs);
    for (const { source, text } of comparison.notKept) {
      const { name } = repositories[source] ?? { name: "" };
      context.log.warn(`The code of ${name} has to be read again next time: ${text}`);
    }
    const siteOf = locateSites(comparison.files, repositories, input.evidence, input.components);
    if (input.cache !== null) {
      const { folder: cacheFolder } = input.cache;
      await buildCloneIndex(context, { cacheFolder, comparison, repositories, placeOf: siteOf });
    }
    const classes = rankBetweenOwners(sitesOf(comparison, siteOf));
    return {
      filesCount: comparison.files.length,
      linesCount: comparison.linesCount,
      leftOut: comparison.leftOut,
      unreadable: comparison.unreadable.map(({ source, path, text }) => ({
        repository: repositories[source]?.name ?? "",
        path,
        text,
      })),
      withinOwnersCount: comparison.classes.length - classes.length,
      classes,
      matrix: matrixOf(classes),
      texts: await readCopyTexts(classes, repositories, shadows, context.signal),
    };
  } finally {
    await rm(shadowFolder, { recursive: true, force: true });
  }
}

function sitesOf(comparison: Comparison, siteOf: ReturnType<typeof locateSites>) {
  return comparison.classes
    .filter(
      (one) => new Set(one.copies.map((copy) => comparison.files[copy.file]?.source)).size > 1,
    )
    .map((one) => ({
      ...one,
      copies: one.copies.map((copy): CopySite => ({
        ...siteOf(copy.file),
        start: copy.start,
        end: copy.end,
        fileShare: copy.fileShare,
      })),
    }));
}
