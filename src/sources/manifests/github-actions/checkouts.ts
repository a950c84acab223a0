import type { CollectedFacts } from "../collected-facts.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";
import type { YamlView } from "../yaml-view.ts";
import { parseActionReference } from "./action-reference.ts";
import { mentionsTests } from "./direction.ts";
import { expandExpressions, type Names } from "./expressions.ts";

/**
 * Other repositories that a job checks out. Running tests inside them is a reverse test; having them at hand for
 * the job's own tests, or for its build, is a use of their files.
 */
export function readCheckouts(
  facts: CollectedFacts,
  steps: readonly YamlView[],
  jobName: string,
  names: Names,
): void {
  const runs = steps.filter((step) => step.get("run") !== null);
  for (const step of steps) {
    if (step.textAt("uses")?.startsWith("actions/checkout@") !== true) continue;
    const repository = step.get("with")?.get("repository") ?? null;
    if (repository?.text === null || repository === null) continue;
    const reference = parseActionReference(expandExpressions(repository.text, names));
    if (reference === null || reference.path !== null) continue;
    const written = step.textAt("with", "path")?.replace(/^\.\//, "") ?? "";
    const folder = withoutTrailingSlashes(written);
    const tests = runs.filter((run) => mentionsTests(textOf(run)));
    const isReverse = tests.some((run) => worksIn(run, folder));
    const scope = tests.length > 0 || mentionsTests(jobName) ? "test" : "build";
    facts.use("github", `${reference.owner}/${reference.repository}`, {
      scope: isReverse ? "reverse-test" : scope,
      line: repository.line,
      constraint: step.textAt("with", "ref"),
    });
  }
}

function textOf(run: YamlView): string {
  return `${run.textAt("name") ?? ""} ${run.textAt("run") ?? ""}`;
}

/** A checkout without a path takes the workspace's place: every step works in it. */
function worksIn(run: YamlView, folder: string): boolean {
  if (folder === "") return true;
  const working = run.textAt("working-directory")?.replace(/^\.\//, "") ?? "";
  if (`${working}/`.startsWith(`${folder}/`)) return true;
  return run.textAt("run")?.includes(`cd ${folder}`) === true;
}
