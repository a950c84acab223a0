/**
 * What a team does as well: an environment only behind the deploying, or as the only word before it (`deploy-test`, `Test
 * deployment`, not `test-and-deploy`, nor `build-test-deploy`).
 */
const doing = "integration|test|tests|qa|acceptance|review";
const places =
  "pre-?prod(?:uction)?|non-?prod(?:uction)?|staging|stage|stg|uat|dev|development|preview|sandbox|demo";
const behind = new RegExp(
  `(?:^|[^a-z])(?<!(?:and|then|[&+,])[^a-z]{1,3})(${places}|${doing})(?:$|[^a-z])`,
  "i",
);
const before = new RegExp(`(?:^|[^a-z])(${places})(?:$|[^a-z])`, "i");
const alone = new RegExp(`^[^a-z]{0,9}(${doing})[ _:/-]{1,3}$`, "i");
const production = /(?:^|[^a-z])(?:production|prod|prd|live)(?:$|[^a-z])/i;
const deploying = /(?:^|[^a-z])(?:deploy|promote|roll-?out)/i;

/** Whether a run, a workflow, a stage or a job is called a deployment: `Deploy`, `deploy_prod`, `build-and-deploy`. */
export function isCalledDeployment(name: string): boolean {
  return deploying.test(worded(name));
}

/** The environment that such a name tells: the word of it that is none of production's, else `production`; null: none. */
export function environmentOfName(name: string): string | null {
  const text = worded(name);
  const mark = deploying.exec(text);
  const start = mark === null ? 0 : mark.index + (/^[a-z]/i.test(mark[0]) ? 0 : 1);
  const end = mark === null ? 0 : mark.index + mark[0].length;
  const found =
    mark === null
      ? before.exec(text)?.[1]
      : (behind.exec(text.slice(end))?.[1] ??
        before.exec(text.slice(0, end))?.[1] ??
        alone.exec(text.slice(0, start))?.[1]);
  return found?.toLowerCase() ?? (production.test(text) ? "production" : null);
}

const mostCharacters = 400;

/** `DeployToProd` has words, too. */
function worded(name: string): string {
  return name.slice(0, mostCharacters).replace(/([a-z])([A-Z])/g, "$1 $2");
}
