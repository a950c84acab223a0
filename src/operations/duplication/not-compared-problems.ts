import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import type { Problem } from "#evidence/problem.ts";

/** Of whole repositories: the next run tries again. */
export const codeNotCompared = "code-not-compared";

const needs =
  "Look at what is there: code that was written to hold readers up, or objects that the clone lacks; the others count.";

/** Code that took no part in the comparison, once a repository: figures about it are too low. */
export function notComparedProblems(unreadable: DuplicationFindings["unreadable"]): Problem[] {
  const byRepository = new Map<string, { path: string; text: string; count: number }>();
  for (const { repository, path, text } of unreadable) {
    const known = byRepository.get(repository);
    // What is said of the whole repository goes before what is said of a file.
    if (known === undefined || (path === "." && known.path !== "."))
      byRepository.set(repository, { path, text, count: (known?.count ?? 0) + 1 });
    else known.count++;
  }
  return [...byRepository].map(([repository, { path, text, count }]) => ({
    source: "duplication",
    code: path === "." ? codeNotCompared : "code-unread",
    where: repository,
    text:
      path === "."
        ? `its code was not compared, or not with all others: ${text}`
        : `${String(count)} of its files with code ${count === 1 ? "was" : "were"} not compared: ${path}${count === 1 ? "" : " and others"} (${text})`,
    needs,
  }));
}

/** The comparison as a whole came to nothing: the report is written without it. */
export function nothingComparedProblem(text: string): Problem {
  return {
    source: "duplication",
    code: codeNotCompared,
    where: "all repositories",
    text: `code was not compared between owners: ${text}`,
    needs: "Run again with --debug and report what it prints; all other sections count.",
  };
}
