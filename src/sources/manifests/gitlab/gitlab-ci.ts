import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { offerImage, unknownPart, useImage } from "../docker/image-reference.ts";
import { imagesOfScript } from "../docker/script-images.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { readPublishedCharts } from "../helm/published-charts.ts";
import { layered } from "../layered-values.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { gitlabReader, readInclude } from "./includes.ts";
import { ownVariables, variablesOf, withInputs, type Variables } from "./predefined.ts";

const component = /^templates\/([\w.-]{1,100}?)(?:\/template)?\.ya?ml$/;
/** Where repositories of templates keep what other projects include; their text must look like a pipeline. */
const customFolder = /(?:^|\/)\.?(?:gitlab|gitlab-ci|ci|pipelines?|jobs)\/[^\s]{1,200}\.ya?ml$/;
const looksLikePipeline = /^(?:include|stages):|^[ \t]{1,8}(?:-[ \t]{1,8})?script:/m;
const scripts = ["script", "before_script", "after_script"] as const;

/** GitLab CI: included files, components and templates, images used and pushed; and the components that a repository offers. */
export const gitlabSource = manifestSource({
  id: gitlabReader,
  version: 5,
  endings: ["yml", "yaml"],
  matches: (base, path) =>
    base.endsWith("ml") &&
    (/\.gitlab-ci\.ya?ml$/.test(base) || component.test(path) || customFolder.test(path)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const offered = component.exec(path)?.[1];
    // Helm charts have a folder of this name too, with files full of templates.
    if (offered !== undefined && !/^spec:[ \t]{0,100}(?:#.*)?$/m.test(text)) return {};
    if (isElsewhere(path) && !looksLikePipeline.test(text)) return {};
    const documents = readYaml(text, facts);
    if (
      offered !== undefined &&
      documents[0]?.get("spec")?.isMap === true &&
      documents[0].get("kind") === null
    )
      facts.offer("gitlab", `${ownOwner}/${ownRepository}`, {
        kind: "tooling",
        subpath: `templates/${offered}`,
        line: documents[0].line,
      });
    const variables = variablesOf(documents);
    for (const root of documents) readPipeline(facts, root, variables);
    return facts.toFileFacts();
  },
});

function isElsewhere(path: string): boolean {
  return !/\.gitlab-ci\.ya?ml$/.test(path) && customFolder.test(path);
}

function readPipeline(facts: CollectedFacts, root: YamlView, variables: Variables): void {
  for (const include of root.get("include")?.itemsOrSelf() ?? [])
    readInclude(facts, include, variables);
  readJob(facts, root, variables);
  for (const [name, job] of root.entries()) {
    if (name === "include" || name === "variables" || !job.isMap) continue;
    const own = ownVariables(job);
    const known = own.length === 0 ? variables : layered(new Map(own), variables);
    readJob(facts, job, known);
    readTrigger(facts, job, known);
  }
}

/** `trigger: group/project` starts another project's pipeline: a mention, for nothing of it is taken. */
function readTrigger(facts: CollectedFacts, job: YamlView, variables: Variables): void {
  const trigger = job.get("trigger")?.get("include") ?? null;
  for (const include of trigger?.itemsOrSelf() ?? []) {
    // An artifact is a file that another job of the run has made.
    if (include.get("artifact") === null) readInclude(facts, include, variables);
  }
}

function readJob(facts: CollectedFacts, job: YamlView, variables: Variables): void {
  const expand = (text: string): string =>
    expandVariables(withInputs(text, variables, unknownPart), variables, unknownPart);
  for (const image of [job.get("image"), ...(job.get("services")?.items() ?? [])]) {
    const name = image?.get("name") ?? image;
    const text = name?.text ?? null;
    if (name === null || text === null) continue;
    useImage(facts, expand(text), { scope: "build", line: name.line });
  }
  for (const key of scripts)
    for (const command of job.get(key)?.itemsOrSelf() ?? []) {
      for (const image of imagesOfScript(command.text ?? ""))
        offerImage(facts, expand(image), command.line);
      readPublishedCharts(facts, command.text ?? "", expand);
    }
}
