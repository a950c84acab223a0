/** What a team does as well: an environment only where it stands behind the deploying (`deploy-test`, not `test-and-deploy`). */
const doing = "integration|test|tests|qa|acceptance|review";
const places =
  "pre-?prod(?:uction)?|non-?prod(?:uction)?|staging|stage|stg|uat|dev|development|preview|sandbox|demo";
const behind = new RegExp(
  `(?:^|[^a-z])(?<!(?:and|then|[&+,])[^a-z]{1,3})(${places}|${doing})(?:$|[^a-z])`,
  "i",
);
const before = new RegExp(`(?:^|[^a-z])(${places})(?:$|[^a-z])`, "i");
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
  const at = mark === null ? 0 : mark.index + mark[0].length;
  const found =
    behind.exec(text.slice(at))?.[1] ??
    (mark === null ? null : before.exec(text.slice(0, at))?.[1]);
  return found?.toLowerCase() ?? (production.test(text) ? "production" : null);
}

const mostCharacters = 400;

/** `DeployToProd` has words, too. */
function worded(name: string): string {
  return name.slice(0, mostCharacters).replace(/([a-z])([A-Z])/g, "$1 $2");
}
