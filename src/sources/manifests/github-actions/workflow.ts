import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { useImage } from "../docker/image-reference.ts";
import { defineRegistry, readPublishedCharts } from "../helm/published-charts.ts";
import { layered } from "../layered-values.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { parseActionReference, useAction } from "./action-reference.ts";
import { readCheckouts, useCheckouts, type Checkout } from "./checkouts.ts";
import { reverseTests, type WorkflowCall, wordsOf } from "./direction.ts";
import { environment, expandExpressions, matrixRows, type Names } from "./expressions.ts";
import { readPublishedImages } from "./published-images.ts";

/** Actions, reusable workflows, images and repositories that a workflow uses; the workflow itself where others may call it. */
export const workflowSource = manifestSource({
  id: "github-actions-workflow",
  version: 8,
  endings: ["yml", "yaml"],
  matches: (base, path) => base.endsWith("ml") && workflowFile.test(path),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    offerWorkflow(facts, root, path);
    const jobs = (root.get("jobs")?.entries() ?? []).map(([id, job]) => ({ id, job }));
    readCalls(facts, jobs);
    const names = layered(environment(root), inputDefaults(root));
    const folder = root.textAt("defaults", "run", "working-directory") ?? "";
    const checkouts = jobs.flatMap((job) => readJob(facts, job, names, folder));
    useCheckouts(facts, checkouts);
    return facts.toFileFacts();
  },
});

/** Gitea and Forgejo read workflows of the same form. */
const workflowFile = /^\.(?:github|gitea|forgejo)\/workflows\/[^/]{1,200}\.ya?ml$/;

interface NamedJob {
  readonly id: string;
  readonly job: YamlView;
}

function offerWorkflow(facts: CollectedFacts, root: YamlView, path: string): void {
  const on = root.get("on");
  const isCallable =
    on !== null &&
    (on.text === "workflow_call" ||
      on.keys().includes("workflow_call") ||
      on.items().some(({ text }) => text === "workflow_call"));
  if (!isCallable) return;
  facts.offer("githubactions", `${ownOwner}/${ownRepository}`, {
    kind: "tooling",
    subpath: path,
    description: root.textAt("name"),
    line: on.line,
  });
}

function readCalls(facts: CollectedFacts, jobs: readonly NamedJob[]): void {
  const calls: { readonly call: WorkflowCall; readonly uses: YamlView }[] = [];
  for (const { id, job } of jobs) {
    const uses = job.get("uses");
    const reference = parseActionReference(uses?.text ?? "");
    if (uses === null) continue;
    if (reference === null) useAction(facts, uses, "build");
    else {
      const { owner, repository } = reference;
      const inputs = (job.get("with")?.entries() ?? []).map(
        ([name, value]) => [name, value.text ?? ""] as const,
      );
      const jobWords = [...wordsOf(id), "/", ...wordsOf(job.textAt("name") ?? "")];
      calls.push({
        call: { owner, repository, file: reference.path ?? "", jobWords, inputs },
        uses,
      });
    }
  }
  const reverse = reverseTests(calls.map(({ call }) => call));
  for (const { call, uses } of calls)
    useAction(facts, uses, reverse.has(call) ? "reverse-test" : "build");
}

/** Repositories that it checks out are told by all jobs together. */
function readJob(
  facts: CollectedFacts,
  { id, job }: NamedJob,
  outer: Names,
  folder: string,
): Checkout[] {
  const ofJob = layered(environment(job), outer);
  const rows = matrixRows(job).map((row) => layered(row, ofJob));
  const containers = [
    job.get("container"),
    ...(job.get("services")?.entries() ?? []).map(([, service]) => service),
  ];
  for (const container of containers) {
    const image = container?.get("image") ?? container;
    const text = image?.text ?? null;
    if (image === null || text === null) continue;
    for (const names of rows)
      useImage(facts, expandExpressions(text, names), { scope: "build", line: image.line });
  }
  const steps = job.get("steps")?.items() ?? [];
  for (const step of steps) {
    const uses = step.get("uses");
    if (uses !== null) useAction(facts, uses, "build");
    const own = environment(step);
    const known = own.size === 0 ? rows : rows.map((row) => layered(own, row));
    readPublishedImages(facts, step, known);
    readCharts(facts, step, known);
  }
  return readCheckouts(facts, {
    steps,
    name: `${id} ${job.textAt("name") ?? ""}`,
    names: rows[0] ?? outer,
    folder: job.textAt("defaults", "run", "working-directory") ?? folder,
  });
}

function readCharts(facts: CollectedFacts, step: YamlView, rows: readonly Names[]): void {
  const names = rows[0] ?? new Map<string, string>();
  const expand = (text: string): string => expandExpressions(text, names);
  readPublishedCharts(facts, step.textAt("run") ?? "", expand);
  const address = step.textAt("with", "charts_repo_url");
  if (address !== null) defineRegistry(facts, expand(address));
}

/** Literal defaults of `workflow_call` and `workflow_dispatch` inputs. */
function inputDefaults(root: YamlView): Names {
  const names = new Map<string, string>();
  for (const [, trigger] of root.get("on")?.entries() ?? [])
    for (const [name, input] of trigger.get("inputs")?.entries() ?? []) {
      const value = input.textAt("default");
      if (value !== null && value !== "") names.set(`inputs.${name}`, value);
    }
  return names;
}
