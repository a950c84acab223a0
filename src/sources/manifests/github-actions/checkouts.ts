import type { CollectedFacts } from "../collected-facts.ts";
import { unknownPart } from "../docker/image-reference.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";
import type { YamlView } from "../yaml-view.ts";
import { parseActionReference } from "./action-reference.ts";
import { mentionsTests } from "./direction.ts";
import { expandExpressions, type Names } from "./expressions.ts";

/** Another repository that a job checks out. */
export interface Checkout {
  /** `owner/name` */
  readonly repository: string;
  readonly scope: "build" | "test" | "reverse-test";
  readonly line: number;
  readonly constraint: string | null;
}

/** A job of a workflow. */
interface Job {
  readonly steps: readonly YamlView[];
  readonly name: string;
  readonly names: Names;
  /** Where its commands run that name no folder; empty: in the workspace. */
  readonly folder: string;
}

/** Of one job, each of which is looked for in all of its steps. */
const mostCheckouts = 100;

/** Checkouts of one workflow: what one job runs the tests of, others fetch for those tests. */
export function useCheckouts(facts: CollectedFacts, checkouts: readonly Checkout[]): void {
  const tested = new Set(
    checkouts.flatMap(({ repository, scope }) => (scope === "reverse-test" ? repository : [])),
  );
  for (const { repository, scope, line, constraint } of checkouts)
    facts.use("github", repository, {
      scope: tested.has(repository) ? "reverse-test" : scope,
      line,
      constraint,
    });
}

/**
 * Other repositories that a job checks out. Running tests inside them is a reverse test; having them at hand for
 * the job's own tests, or for its build, is a use of their files.
 */
export function readCheckouts(
  facts: CollectedFacts,
  { steps, name: jobName, names, folder: jobFolder }: Job,
): Checkout[] {
  const checkouts: Checkout[] = [];
  const tests = steps.filter((step) => step.get("run") !== null && mentionsTests(textOf(step)));
  const fetching = steps.filter((step) => step.textAt("uses")?.startsWith("actions/checkout@"));
  if (fetching.length > mostCheckouts)
    facts.problem(
      "truncated",
      `more than ${String(mostCheckouts)} checkouts in one job`,
      fetching[mostCheckouts]?.line,
    );
  for (const step of fetching.slice(0, mostCheckouts)) {
    const repository = step.get("with")?.get("repository") ?? null;
    if (repository?.text === null || repository === null) continue;
    const reference = parseActionReference(expandExpressions(repository.text, names));
    if (reference === null || reference.path !== null) continue;
    const written = step.textAt("with", "path")?.replace(/^\.\//, "") ?? "";
    const folder = withoutTrailingSlashes(written);
    const revision = expandExpressions(step.textAt("with", "ref") ?? "", names);
    const constraint = revision === "" || revision.includes(unknownPart) ? null : revision;
    const actions = actionsIn(folder, steps);
    for (const { path, line } of actions)
      facts.use("githubactions", `${reference.owner}/${reference.repository}`, {
        scope: "build",
        line,
        constraint,
        ...(path === "" ? {} : { subpath: path }),
      });
    // What is checked out for its actions is used by them.
    if (actions.length > 0) continue;
    const isReverse = tests.some((run) => worksIn(run, folder, jobFolder));
    const scope = tests.length > 0 || mentionsTests(jobName) ? "test" : "build";
    checkouts.push({
      repository: `${reference.owner}/${reference.repository}`,
      scope: isReverse ? "reverse-test" : scope,
      line: repository.line,
      constraint,
    });
  }
  return checkouts;
}

/** `uses: ./shared/knead` where the repository was checked out into `shared`; without a path it is the whole workspace. */
function actionsIn(
  folder: string,
  steps: readonly YamlView[],
): readonly { readonly path: string; readonly line: number }[] {
  const start = folder === "" ? "./" : `./${folder}/`;
  return steps.flatMap((step) => {
    const uses = step.get("uses");
    const text = uses?.text ?? "";
    if (uses === null || !`${text}/`.startsWith(start)) return [];
    return [{ path: withoutTrailingSlashes(text.slice(start.length)), line: uses.line }];
  });
}

function textOf(run: YamlView): string {
  return `${run.textAt("name") ?? ""} ${run.textAt("run") ?? ""}`;
}

/** A checkout without a path takes the workspace's place: every step works in it. */
function worksIn(run: YamlView, folder: string, jobFolder: string): boolean {
  if (folder === "") return true;
  const written = run.textAt("working-directory") ?? jobFolder;
  const working = written.replace(/^\.\//, "");
  if (`${working}/`.startsWith(`${folder}/`)) return true;
  return run.textAt("run")?.includes(`cd ${folder}`) === true;
}
