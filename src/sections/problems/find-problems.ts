import type { ProblemItem } from "#contract/primitives.ts";
import { historyTooLongCode } from "#evidence/reading-codes.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { withoutPersons } from "#evidence/without-persons.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import { numberOf } from "#kernel/phrases.ts";
import type { CodeownersMistake } from "#model/owner-mistakes.ts";
import type { Organisation } from "#model/organisation.ts";
import type { LeftOut } from "#model/left-out.ts";
import type { Problem } from "#evidence/problem.ts";

const advice: Readonly<Record<string, string>> = {
  invalid: "Mend the file; what the version before it said still counts.",
  "too-large": "Split the file, or ignore this if it is generated.",
  unsupported: "Nothing, unless a use is missing: then add it with `fulcrum correct edge`.",
  truncated: "Nothing, unless something behind the limit matters.",
  encoding: "Save the file as UTF-8.",
  "given-up": "Look at the file: shorten or split it, or take it out if it is there to do harm.",
  "history-too-long": "Nothing, unless starts of long ago matter: they are not seen.",
  "default-branch-gone":
    "Clone again, or run `git remote set-head origin --auto` (in a mirror: `git symbolic-ref HEAD`).",
  "stale-default-branch": "Fetch again, or set the default branch on the forge.",
};

/** Everything that was refused or skipped, with what to do about it. */
export function findProblems(
  repositories: readonly RepositoryEvidence[],
  told: readonly Problem[],
  findings: ModelFindings,
  asked: number = findings.organisation.asOf,
): ProblemItem[] {
  const problems: ProblemItem[] = told.map((one) => ({ source: "git", ...one }));
  for (const repository of repositories) {
    if (repository.head === null) {
      problems.push(
        about(
          repository.name,
          "empty-repository",
          "git",
          "it has no commits on its default branch",
          "Push something, or leave it out.",
        ),
      );
    }
    const codes = repository.problems.map(({ problem }) => problem.code);
    if (repository.isShallow && !codes.includes(historyTooLongCode)) {
      problems.push(
        about(
          repository.name,
          "shallow-repository",
          "git",
          "its history is cut off, so starts before the cut are not seen",
          "Run `git fetch --unshallow` in it.",
        ),
      );
    }
    for (const path of repository.unreadable) {
      problems.push(
        about(
          `${repository.name}: ${path}`,
          "missing-object",
          "git",
          "the content is not in the clone",
          "Fetch it (a partial clone lacks blobs), or ignore it.",
        ),
      );
    }
    for (const { source, path, problem } of repository.problems) {
      const where = path === null ? repository.name : `${repository.name}: ${path}`;
      problems.push(
        about(
          where,
          problem.code,
          source,
          problem.text,
          advice[problem.code] ?? "Look at the file.",
        ),
      );
    }
  }
  for (const each of leftOutFolders(repositories, findings)) problems.push(each);
  for (const one of findings.codeownersMistakes) {
    problems.push(
      about(
        `${one.repository}: ${one.path}`,
        "invalid",
        "codeowners",
        mistakenLines(one),
        "Mend what cannot be read: until then it counts for nothing.",
      ),
    );
  }
  for (const each of oldClones(repositories, findings.organisation, asked)) problems.push(each);
  for (const { purl, components } of findings.publishedTwice) {
    problems.push(
      about(
        components.join(", ").slice(0, 500),
        "published-twice",
        "model",
        `${purl} is declared by ${String(components.length)} components; the first counts as its provider`,
        "Remove one, or name the provider with `fulcrum correct edge`.",
      ),
    );
  }
  for (const text of findings.idleCorrections) {
    problems.push(
      about(
        "fulcrum.yaml",
        "idle-correction",
        "configuration",
        `the correction names ${text}, which was not found`,
        "Check the name with `fulcrum explain`, or remove the correction.",
      ),
    );
  }
  return problems.map((one) => ({ ...one, text: withoutPersons(one.text) }));
}

const mostLeftOut = 10;
const looksLike: Readonly<Record<LeftOut["sign"], string>> = {
  installed: "a package manager put them there",
  vendored: "the folder looks like a copy of other people's code",
  "test-data": "the folder looks like an input of tests",
  template: "the folder looks like a template of something else",
  test: "the folder looks like tests of what lies around it",
  trial: "the folder looks like tests of what lies around it",
  example: "the folder looks like an example",
  documentation: "the folder looks like documentation",
  machinery: "the folder belongs to a build tool",
  tooling: "the folder looks like scripts",
};

/** Each repository's largest folders, then how many more. */
function leftOutFolders(
  repositories: readonly RepositoryEvidence[],
  { leftOut }: ModelFindings,
): ProblemItem[] {
  return repositories.flatMap(({ id, name, places }) => {
    const folders = leftOut.filter((one) => one.repositoryId === id);
    const unlisted = (places?.leftOutCount ?? 0) - (places?.leftOut.length ?? 0);
    const moreCount = Math.max(0, folders.length - mostLeftOut) + unlisted;
    const problems = folders.slice(0, mostLeftOut).map(({ folder, sign, manifestsCount }) => {
      const count = manifestsCount === 1 ? "1 manifest" : `${String(manifestsCount)} manifests`;
      return leftOutProblem(`${name}: ${folder}`, `${count} left out: ${looksLike[sign]}`);
    });
    if (moreCount === 0) return problems;
    const text = `${String(moreCount)} more folders with manifests were left out for what they are called`;
    return [...problems, leftOutProblem(name, text)];
  });
}

function leftOutProblem(where: string, text: string): ProblemItem {
  return about(
    where,
    "left-out",
    "model",
    text,
    "Nothing, if that is so; else name the folder in CODEOWNERS, a workspace's list of members or a catalog-info.yaml.",
  );
}

const secondsPerDay = 86_400;

/** Everything looks abandoned in clones that nobody fetched: what they say of ends where they do. */
function oldClones(
  repositories: readonly RepositoryEvidence[],
  organisation: Organisation,
  asked: number,
): ProblemItem[] {
  const { asOf, olderClones = new Map<string, number>() } = organisation;
  const days = Math.floor((asked - asOf) / secondsPerDay);
  const all =
    days <= 30
      ? []
      : [
          about(
            "all repositories",
            "old-clones",
            "git",
            `the newest commit on a default branch is ${String(days)} days older than the day asked for: what git says ends with ${lastDay(asOf)}`,
            `Fetch them, or assess them as they were with --as-of ${lastDay(asOf)}.`,
          ),
        ];
  const older = repositories.flatMap(({ id, name }) => {
    const until = olderClones.get(id);
    if (until === undefined) return [];
    const behind = String(Math.round((asOf - until) / secondsPerDay));
    return [
      about(
        name,
        "older-clone",
        "git",
        `its clone was last fetched on ${lastDay(until)}, ${behind} days before the newest commit of all: what it uses, offers and did is told as of that day`,
        "Run `git fetch` in it.",
      ),
    ];
  });
  return [...all, ...older];
}

/** Of an end that is exclusive. */
function lastDay(end: number): string {
  return new Date((end - 1) * 1000).toISOString().slice(0, 10);
}

function about(
  where: string,
  code: string,
  source: string,
  text: string,
  needs: string,
): ProblemItem {
  return { code, source, where, text, needs };
}

/** `line 3: an owner is …; the forge skips the line`, `4 lines cannot be read, 2 of which the forge skips, the first is line 3: …`. */
function mistakenLines({ count, skippedCount, line, text }: CodeownersMistake): string {
  const first = `line ${String(line)}: ${text}`;
  if (count === 1) return `${first}${skippedCount === 1 ? "; the forge skips the line" : ""}`;
  const skipped =
    skippedCount === 0
      ? ""
      : `, ${skippedCount === count ? "all" : numberOf(skippedCount)} of which the forge skips`;
  return `${numberOf(count)} lines cannot be read${skipped}; the first is ${first}`;
}
