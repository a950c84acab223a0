const words =
  "production|prod|prd|live|pre-?production|pre-?prod|staging|stage|stg|integration|int|test|testing|tst|qa|uat|acceptance|acc|development|develop|dev|sandbox|demo|preview|canary|performance|perf|dr";
const region = "(?:eu|us|uk|ap|sa|ca|af|me|na|emea|apac|asia|europe|east|west|north|south|central)";
const environment = new RegExp(
  `^(?:${words})(?:\\d{1,3}|[-_.](?:${region}(?:[-_.][a-z0-9]{1,12}){0,4}|[a-z]?\\d{1,3}))?$`,
  "i",
);
/** Says whether a folder or the stem of a file is named like an environment: `production`, `prod-eu-west-1`, `qa2`. */
export function isEnvironmentName(name: string): boolean {
  return name.length <= 60 && environment.test(name);
}

const production = /^(?:production|prod|prd|live)\d{0,3}$/i;
const notYet =
  /^(?:pre|preprod(?:uction)?|non|nonprod(?:uction)?|not|staging|stage|stg|integration|int|test|tests|testing|tst|qa|uat|acceptance|acc|development|develop|dev|sandbox|demo|preview|review|perf|performance|feature|pr|mr|ci)\d{0,3}$/i;

/**
 * `production`, `prod-eu`, `eu/prod`, `Production (EU)`: a word of it says production, and none says something before it
 * (`pre-prod`, `review/fix-prod`, `prod-test`).
 */
export function isProductionName(name: string): boolean {
  if (name.length > 200) return false;
  const parts = name.split(/[^A-Za-z0-9]/);
  return parts.some((part) => production.test(part)) && !parts.some((part) => notYet.test(part));
}

/** Says whether a word of a name tells that it is production, or that it is not. */
export function saysItsKind(name: string): boolean {
  if (name.length > 200) return false;
  return name.split(/[^A-Za-z0-9]/).some((part) => production.test(part) || notYet.test(part));
}
