import type {
  DependencyHistory,
  FileHistory,
  PackageHistory,
} from "#evidence/repository-evidence.ts";
import { CopyBudget } from "./copy-budget.ts";
import type { Stretch } from "./expand.ts";
import { duringAny, GradleBuilds, gradleSources, type GradleProject } from "./gradle-builds.ts";
import { arrangeGradle } from "./gradle-arrangement.ts";
import { arrangeSbt } from "./sbt-builds.ts";

/**
 * Build files that speak of several projects count for each of them: what a `build.sbt` says of its project `core`, or a root
 * script of its subprojects, is a file of that folder of its own. Before anything is looked up.
 */
export function withProjects(
  files: readonly FileHistory[],
  budget = new CopyBudget(),
): FileHistory[] {
  const isOfBuilds = files.some(({ source }) => gradleSources.has(source));
  const builds = isOfBuilds ? new GradleBuilds(files) : null;
  const split = arrangeSbt(files.flatMap((file) => splitByProject(file, builds, budget)));
  return builds === null ? split : arrangeGradle(split, builds);
}

function splitByProject(
  file: FileHistory,
  builds: GradleBuilds | null,
  budget: CopyBudget,
): FileHistory[] {
  const byWord = new Map<
    string,
    { dependencies: DependencyHistory[]; packages: PackageHistory[] }
  >();
  const saidOf = (word: string) => {
    let said = byWord.get(word);
    if (said === undefined) byWord.set(word, (said = { dependencies: [], packages: [] }));
    return said;
  };
  for (const one of file.dependencies)
    if (one.project !== undefined) saidOf(one.project).dependencies.push(one);
  for (const one of file.packages)
    if (one.project !== undefined) saidOf(one.project).packages.push(one);
  if (byWord.size === 0) return [file];
  const rest: FileHistory = {
    ...file,
    dependencies: file.dependencies.filter((one) => one.project === undefined),
    packages: file.packages.filter((one) => one.project === undefined),
  };
  const byFolder = new Map<string, FileHistory>();
  for (const [word, said] of byWord) {
    for (const { folder, spans } of foldersOf(word, file, builds)) {
      if (!budget.allows(said)) break;
      const dependencies = said.dependencies
        .map((one) => ({ ...one, spans: duringAny(one.spans, spans) }))
        .filter((one) => one.spans.length > 0);
      const packages = said.packages
        .map((one) => ({ ...one, spans: duringAny(one.spans, spans) }))
        .filter((one) => one.spans.length > 0);
      const known = byFolder.get(folder);
      // References to services and what is locked stay with the file itself.
      byFolder.set(folder, {
        ...(known ?? { ...emptied(file), home: folder }),
        dependencies: [...(known?.dependencies ?? []), ...dependencies],
        packages: [...(known?.packages ?? []), ...packages],
      });
    }
  }
  const copies = [...byFolder.values()].filter(
    (one) => one.dependencies.length > 0 || one.packages.length > 0,
  );
  return [rest, ...copies.map(asLongAsNamed)];
}

/** A project is gone when its build names it no longer, though the file that did is still there. */
function asLongAsNamed(file: FileHistory): FileHistory {
  const rows = [...file.dependencies, ...file.packages].flatMap(({ spans }) =>
    spans.map(({ from, to }): Stretch => ({ from, to })),
  );
  const [first] = rows.toSorted((a, b) => a.from.at - b.from.at);
  const last = rows.reduce<Stretch | undefined>(
    (known, one) =>
      known === undefined || (known.to !== null && (one.to === null || one.to.at > known.to.at))
        ? one
        : known,
    undefined,
  );
  if (first === undefined || last === undefined) return file;
  return { ...file, spans: duringAny(file.spans, [{ from: first.from, to: last.to }]) };
}

function emptied({ definitions: _defined, includes: _taken, ...file }: FileHistory): FileHistory {
  return { ...file, packages: [], dependencies: [], locked: [], references: [] };
}

function foldersOf(
  words: string,
  file: FileHistory,
  builds: GradleBuilds | null,
): readonly GradleProject[] {
  if (words.startsWith("gradle:")) return builds?.projectsMeant(words, file) ?? [];
  return [{ folder: words, spans: file.spans }];
}
