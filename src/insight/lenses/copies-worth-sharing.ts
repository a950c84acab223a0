import type { CopySite, RankedClass } from "../duplication/between-owners.ts";
import type { Capability } from "#model/organisation.ts";
import { lastPart, type Ground } from "./ground.ts";

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
  const isCall = callsOnly(ground);
  return classes.flatMap((one): SharedClass[] => {
    if (one.kind === "fork") return [];
    const copies = ofOneFile(
      one.copies.filter(
        (copy) => !isLeftAlone(copy.path) && !callers.isCaller(copy) && !isCall(copy),
      ),
      one.medianLines,
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

/** Half of a file, or so many lines: below, files of different names have a few steps in common, and nothing to share (uncalibrated). */
const wholeShare = 0.5;
const manyLines = 30;

/** Those that are a copy of one file: of the same name in another repository, or alike for the larger part. */
export function ofOneFile(copies: readonly CopySite[], medianLines: number): readonly CopySite[] {
  if (medianLines >= manyLines) return copies;
  return copies.filter((copy) =>
    copies.some(
      (other) => other.repositoryId !== copy.repositoryId && isCopyOf(copy, other, medianLines),
    ),
  );
}

/** Are the two one file, by name or by what most of both says? */
export function isCopyOf(one: CopySite, other: CopySite, medianLines: number): boolean {
  return (
    lastPart(one.path) === lastPart(other.path) ||
    medianLines >= manyLines ||
    (one.fileShare >= wholeShare && other.fileShare >= wholeShare)
  );
}

/** Lines of a file that calls an action and does little else (uncalibrated). */
const thinLines = 25;

/** Files that call a workflow of the organisation, or an action and little else: what they share is the call. */
function thinCallers({ organisation, capabilities }: Ground): {
  readonly isCaller: (copy: CopySite) => boolean;
} {
  const called = new Map<string, Capability["kind"]>();
  for (const { capabilityId, evidence } of organisation.consumptions) {
    const kind = capabilities.get(capabilityId)?.kind ?? "service";
    if (kind !== "workflow" && kind !== "pipeline-library" && kind !== "action") continue;
    for (const { repositoryId, path } of evidence) {
      const file = `${repositoryId ?? ""}\n${path ?? ""}`;
      if (called.get(file) === undefined || kind !== "action") called.set(file, kind);
    }
  }
  return {
    isCaller: ({ repositoryId, path, start, end, fileShare }) => {
      const kind = called.get(`${repositoryId}\n${path}`);
      if (kind !== "action") return kind !== undefined;
      return (end - start + 1) / Math.max(fileShare, 0.01) <= thinLines;
    },
  };
}

/** Of a stretch of a workflow: at least this part has to lie in jobs that do something by themselves (uncalibrated). */
const leastOwn = 0.5;

/** Stretches of workflows that hold calls of workflows kept elsewhere, when to run and what to be called: what they share is shared already. */
function callsOnly({ automation }: Pick<Ground, "automation">): (copy: CopySite) => boolean {
  const jobsOf = new Map(
    automation.workflows.map(({ repositoryId, path, jobs }) => [`${repositoryId}\n${path}`, jobs]),
  );
  return ({ repositoryId, path, start, end }) => {
    const jobs = jobsOf.get(`${repositoryId}\n${path}`);
    if (jobs === undefined || !jobs.some(({ isCall }) => isCall)) return false;
    const own = jobs
      .filter(({ isCall }) => !isCall)
      .reduce(
        (all, { from, to }) => all + Math.max(0, Math.min(to, end) - Math.max(from, start) + 1),
        0,
      );
    return own < leastOwn * (end - start + 1);
  };
}
