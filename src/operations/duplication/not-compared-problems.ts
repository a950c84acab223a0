import type { DuplicationFindings, UnreadCode } from "#insight/duplication/findings.ts";
import { givenUpCode } from "#evidence/reading-codes.ts";
import type { Problem } from "#evidence/problem.ts";

/** Of whole repositories: the next run tries again. */
export const codeNotCompared = "code-not-compared";

const needs =
  "Look at what is there: code that was written to hold readers up, or objects that the clone lacks; the others count.";

/** Code that took no part in the comparison, once a repository: figures about it are too low. */
export function notComparedProblems(unreadable: DuplicationFindings["unreadable"]): Problem[] {
  const byRepository = new Map<string, UnreadCode & { readonly count: number }>();
  for (const { repository, ...one } of unreadable) {
    const known = byRepository.get(repository);
    const count = (known?.count ?? 0) + 1;
    const isFirst = known === undefined || weightOf(one) > weightOf(known);
    byRepository.set(repository, { ...(isFirst ? one : known), count });
  }
  return [...byRepository].map(([repository, { path, text, isGivenUp, count }]) => ({
    source: "duplication",
    code: path === "." ? codeNotCompared : isGivenUp === true ? givenUpCode : "code-unread",
    where: repository,
    text:
      path === "."
        ? `its code was not compared, or not with all others: ${text}`
        : `${String(count)} of its files with code ${count === 1 ? "was" : "were"} not compared: ${path}${count === 1 ? "" : " and others"} (${text})`,
    needs,
  }));
}

/** What is said of the whole repository goes before what is said of a file, and what another run tries again before what not. */
function weightOf({ path, isGivenUp }: UnreadCode): number {
  return path === "." ? 2 : isGivenUp === true ? 1 : 0;
}

/** What has more copies than may be told: the others are told. */
export function untoldText({ count }: { readonly count: number }): string {
  const classes = count === 1 ? "1 class of copies was" : `${String(count)} classes of copies were`;
  return `${classes} left out: with ${count === 1 ? "it" : "them"} there would be more copies than memory allows to tell`;
}

export function untoldProblems(untold: DuplicationFindings["untold"]): Problem[] {
  if (untold === null) return [];
  const where = untold.repository;
  return [
    { source: "duplication", code: "copies-not-told", where, text: untoldText(untold), needs },
  ];
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
