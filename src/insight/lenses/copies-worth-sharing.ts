import type { CopySite, RankedClass } from "../duplication/between-owners.ts";
import type { Ground } from "./ground.ts";

/** What a copy is of: copies of one topic in like repositories are one matter. */
export type Topic = "pipelines" | "infrastructure" | "code";

export interface SharedClass {
  readonly topic: Topic;
  readonly copies: readonly CopySite[];
  /** Of the co-changes, the share that chance does not explain. */
  readonly beyondChance: number;
  readonly medianLines: number;
}

const pipeline =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)|\.circleci|\.buildkite|\.gitlab|ci|concourse|jenkins|builds?)\/|(?:^|\/)(?:\.gitlab-ci|azure-pipelines|bitbucket-pipelines|\.travis|buildspec|cloudbuild|\.drone)[^/]{0,40}\.ya?ml$|(?:^|\/)Jenkinsfile[^/]{0,40}$/i;
const infrastructure =
  /\.(?:tf|hcl|bicep|jsonnet|libsonnet)$|(?:^|\/)(?:helm[^/]{0,40}|charts?|k8s|kubernetes|kustomize|ansible|puppet)\//i;

/** Papers, examples and trials: copied to be read, not to be run. */
const paper =
  /(?:^|\/)(?:docs?|documentation|rfcs?|adr|examples?|samples?|demos?|tutorials?|playground|sandbox|spikes?)\//i;
/** What a framework or tool prescribes: each application has it, and has to. */
const boilerplate =
  /(?:^|\/)(?:settings(?:\/[^/]{1,60})?\.py|settings\/[^/]{1,60}|(?:urls|apps|admin|conftest|setup|manage|[aw]sgi|__init__)\.py|(?:main|index|app|bootstrap|setupTests?|polyfills)\.[jt]sx?|index\.html|(?:terraform|providers?|versions|backend|outputs|variables|locals)\.tf|Chart\.ya?ml|values[^/]{0,40}\.ya?ml|catalog-info\.ya?ml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|pom\.xml|application[^/]{0,40}\.(?:ya?ml|properties)|[^/]{1,60}\.config\.[cm]?[jt]s|tsconfig[^/]{0,40}\.json|Makefile|Dockerfile[^/]{0,40}|(?:docker-)?compose[^/]{0,40}\.ya?ml|openapi[^/]{0,40}\.ya?ml|api-compact\.ya?ml)$|(?:^|\/)config\/(?:initializers|environments)\/|messages\.[jt]sx?$/i;
const migration = /(?:^|\/)(?:migrations?|migrate|alembic)\//i;
const errorPage =
  /(?:^|\/)(?:[45]\d\d|errors?|not[-_]?found|maintenance|offline)(?:[-_.][^/]{0,40})?\.(?:html?|erb|haml|njk|hbs|ejs|twig|jinja2?|tsx|jsx|vue)$/i;
const ofTests =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|cypress|e2e|integration_tests?|mockApis|testutils|stories)\/|[._-](?:test|spec|stories)\.[^/]{1,10}$|(?:Test|Tests|Spec|IT)\.(?:java|kt|scala|cs)$|(?:^|\/)test_[^/]{1,80}\.py$/i;

/** Does the path alone say that sharing the copy is no answer? */
export function isLeftAlone(path: string): boolean {
  return (
    paper.test(path) ||
    migration.test(path) ||
    errorPage.test(path) ||
    ofTests.test(path) ||
    (boilerplate.test(path) && !pipeline.test(path))
  );
}

export function topicOf(path: string): Topic {
  if (pipeline.test(path)) return "pipelines";
  return infrastructure.test(path) ? "infrastructure" : "code";
}

/** Classes whose copies a shared home would spare; of each the copies that count. */
export function worthSharing(classes: readonly RankedClass[], ground: Ground): SharedClass[] {
  const callers = thinCallers(ground);
  return classes.flatMap((one): SharedClass[] => {
    if (one.kind === "fork") return [];
    const copies = one.copies.filter(
      ({ repositoryId, path }) => !isLeftAlone(path) && !callers.has(`${repositoryId}\n${path}`),
    );
    const topics = new Set(copies.map(({ path }) => topicOf(path)));
    const [topic] = topics;
    const homes = new Set(copies.map(({ repositoryId }) => repositoryId)).size;
    const owners = new Set(copies.map((copy) => copy.owners.join("\n"))).size;
    if (topic === undefined || homes < 2 || owners < 2) return [];
    // Where a tool prescribes the place, only steps of pipelines are anything that could be called from one home.
    if (one.kind === "template" && (topics.size > 1 || topic !== "pipelines")) return [];
    const together = one.coChangesCount;
    const beyond = together === 0 ? 0 : Math.max(0, together - one.coChangesByChance) / together;
    return [{ topic, copies, beyondChance: beyond, medianLines: one.medianLines }];
  });
}

/** Files that call a workflow or action of the organisation: what they share is the call. */
function thinCallers({ organisation, capabilities }: Ground): ReadonlySet<string> {
  return new Set(
    organisation.consumptions.flatMap(({ capabilityId, evidence }) => {
      const kind = capabilities.get(capabilityId)?.kind;
      if (kind !== "workflow" && kind !== "pipeline-library") return [];
      return evidence.map(({ repositoryId, path }) => `${repositoryId ?? ""}\n${path ?? ""}`);
    }),
  );
}
