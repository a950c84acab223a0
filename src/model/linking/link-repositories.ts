import type {
  FileHistory,
  ReadProblem,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { withIncluded } from "./included-files.ts";
import { withSharedSteps } from "./jenkins.ts";
import { withGoTools } from "./go-tools.ts";
import { withKnownGroups } from "./known-groups.ts";
import type { Lookup } from "./expand.ts";
import { CopyBudget, spentWords } from "./copy-budget.ts";
import { isSymbolic, linkFile } from "./link-file.ts";
import { lookups } from "./lookups.ts";
import { mavenCuts } from "./maven-poms.ts";
import { withSharedFiles } from "./msbuild.ts";
import { withProjects } from "./projects.ts";
import { shippedInside } from "./shipped-inside.ts";
import { withoutDeploying } from "./undeployed.ts";
import { RepositoryView, type AllViews } from "./repository-view.ts";

/**
 * What the files of each repository say together: names that are defined in one file and used in another put in their place,
 * files that others take in counted where they are taken in. Pure; to be done once, before anything asks who uses what.
 */
export function linkRepositories(
  repositories: readonly RepositoryEvidence[],
  newBudget = (): CopyBudget => new CopyBudget(),
): RepositoryEvidence[] {
  const budgets = repositories.map(newBudget);
  const views = repositories.map(
    ({ files }, index) => new RepositoryView(withProjects(withSharedFiles(files), budgets[index])),
  );
  const linked = repositories.map((repository, index) => {
    const view = views[index];
    return view === undefined
      ? repository
      : linkRepository(repository, view, views, budgets[index]);
  });
  return withSharedSteps(linked);
}

function linkRepository(
  repository: RepositoryEvidence,
  view: RepositoryView,
  all: AllViews,
  budget: CopyBudget | undefined,
): RepositoryEvidence {
  /** By text: a name that is missing is one thing to say, however many files ask for it. */
  const problems = new Map<string, ReadProblem>();
  const linked = view.files.map((written): FileHistory => {
    const file = shippedInside(written, view);
    if (!isSymbolic(file) && file.source !== "maven") return file;
    if (file.source === "maven")
      for (const text of mavenCuts(file, view, all))
        if (!problems.has(text)) problems.set(text, cutShort(file, text));
    const lookup = remembered(lookups.get(file.source)?.(file, view, all) ?? view.lookupIn([file]));
    if (!isSymbolic(file)) return withoutDeploying(file, lookup);
    const { file: done, problems: found } = linkFile(file, lookup);
    for (const one of found)
      if (!problems.has(one.problem.text)) problems.set(one.problem.text, one);
    return withoutDeploying(done, lookup);
  });
  const files = withGoTools(
    withIncluded(withKnownGroups(linked.map(atHome)), budget),
    repository.symbols,
  );
  const [first] = files;
  if (budget?.isSpent === true && first !== undefined)
    problems.set(spentWords, cutShort(first, spentWords));
  return {
    ...repository,
    files,
    problems:
      problems.size === 0 ? repository.problems : [...repository.problems, ...problems.values()],
  };
}

function cutShort({ source, path }: FileHistory, text: string): ReadProblem {
  return { source, path, commit: null, problem: { code: "truncated", text } };
}

/** A file asks for the same names for many of its dependencies, and for each again over the years. */
function remembered(lookup: Lookup): Lookup {
  const known = new Map<string, ReturnType<Lookup>>();
  return (name) => {
    let rows = known.get(name);
    if (rows === undefined) known.set(name, (rows = lookup(name)));
    return rows;
  };
}

/** An Xcode project is a folder (`Rail.xcodeproj`) that belongs to the one around it. */
function atHome(file: FileHistory): FileHistory {
  if (file.source !== "xcode-project") return file;
  return { ...file, home: folderOf(folderOf(file.path)) };
}
