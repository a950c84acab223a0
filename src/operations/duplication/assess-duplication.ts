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
import type { InspectedRepository } from "../inspect-repositories.ts";
import { compareFiles, type Comparison } from "./compare-files.ts";
import { readCopyTexts } from "./copy-texts.ts";
import { locateSites } from "./locate-sites.ts";
import type { ReadFilesTask } from "./read-clone-files.ts";
import { locationIn, type Shadows } from "./shadow-location.ts";

export interface DuplicationInput {
  readonly repositories: readonly InspectedRepository[];
  readonly evidence: readonly RepositoryEvidence[];
  readonly components: readonly Component[];
  readonly jobs: number;
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
    const sources = repositories.map((one) => sourceOf(one, shadows));
    const comparison = await compareFiles(context, sources, input.jobs);
    const classes = rankBetweenOwners(sitesOf(comparison, repositories, input));
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

function sourceOf(repository: InspectedRepository, shadows: Shadows): ReadFilesTask {
  const commit = repository.refs.head ?? "";
  return {
    kind: "files",
    name: repository.name,
    from: { commit, location: locationIn(repository, shadows) },
  };
}

function sitesOf(
  comparison: Comparison,
  repositories: readonly InspectedRepository[],
  input: DuplicationInput,
) {
  const siteOf = locateSites(comparison.files, repositories, input.evidence, input.components);
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
      })),
    }));
}
