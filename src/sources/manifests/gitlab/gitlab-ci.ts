import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { unknownPart, useImage } from "../docker/image-reference.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { parseGitLocation } from "../git-location.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

const component = /^templates\/([\w.-]{1,100}?)(?:\/template)?\.ya?ml$/;
const componentAddress = /^([^/\s]{1,200})\/([^\s@]{1,300})\/([\w.-]{1,100})@(\S{1,200})$/;

/** GitLab CI: included files, components and templates, images; and the components that a repository offers. */
export const gitlabSource = manifestSource({
  id: "gitlab-ci",
  version: 2,
  matches: (base, path) =>
    base.endsWith("ml") && (/\.gitlab-ci\.ya?ml$/.test(base) || component.test(path)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const offered = component.exec(path)?.[1];
    // Helm charts have a folder of this name too, with files full of templates.
    if (offered !== undefined && !/^spec:[ \t]{0,100}(?:#.*)?$/m.test(text)) return {};
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
    for (const root of documents) readPipeline(facts, root);
    return facts.toFileFacts();
  },
});

function readPipeline(facts: CollectedFacts, root: YamlView): void {
  for (const include of root.get("include")?.itemsOrSelf() ?? []) readInclude(facts, include);
  const variables = new Map<string, string>();
  for (const [name, value] of root.get("variables")?.entries() ?? []) {
    const text = value.text ?? value.textAt("value");
    if (text !== null) variables.set(name, text);
  }
  readImages(facts, root, variables);
  for (const [name, job] of root.entries()) {
    if (name === "include" || name === "variables" || !job.isMap) continue;
    readImages(facts, job, variables);
    const trigger = job.get("trigger")?.get("include") ?? null;
    for (const include of trigger?.itemsOrSelf() ?? []) readInclude(facts, include);
  }
}

function readImages(
  facts: CollectedFacts,
  job: YamlView,
  variables: ReadonlyMap<string, string>,
): void {
  for (const image of [job.get("image"), ...(job.get("services")?.items() ?? [])]) {
    const name = image?.get("name") ?? image;
    const text = name?.text ?? null;
    if (name === null || text === null) continue;
    const written = expandVariables(text, variables, unknownPart);
    useImage(facts, written, { scope: "build", line: name.line });
  }
}

function readInclude(facts: CollectedFacts, include: YamlView): void {
  const line = include.line;
  const remote = include.text ?? include.textAt("remote");
  const project = include.textAt("project");
  const template = include.textAt("template");
  const address = include.textAt("component");
  if (project !== null) {
    const files = include.get("file")?.itemsOrSelf() ?? [];
    for (const file of files)
      facts.use("gitlab", project.replace(/^\/+/, ""), {
        scope: "build",
        line,
        constraint: include.textAt("ref"),
        ...(file.text === null ? {} : { subpath: file.text }),
      });
  } else if (template !== null)
    facts.use("gitlab", "gitlab-org/gitlab", {
      scope: "build",
      line,
      subpath: `lib/gitlab/ci/templates/${template}`,
    });
  else if (address !== null) readComponent(facts, address, line);
  else if (remote?.startsWith("https://") === true) readRemote(facts, remote, line);
}

/** `HOST/group/project/name@version`; the host is mostly `$CI_SERVER_FQDN`. */
function readComponent(facts: CollectedFacts, address: string, line: number): void {
  const [, host = "", project, name, version] = componentAddress.exec(address) ?? [];
  if (project === undefined || name === undefined || project.includes("$")) {
    facts.problem("unsupported", "component named by variables", line);
    return;
  }
  const isOwnHost = host.startsWith("$") || host === "gitlab.com";
  facts.use("gitlab", project, {
    scope: "build",
    line,
    constraint: version ?? null,
    subpath: `templates/${name}`,
    ...(isOwnHost ? {} : { qualifiers: { repository_url: host }, origin: host }),
  });
}

function readRemote(facts: CollectedFacts, remote: string, line: number): void {
  const location = parseGitLocation(remote);
  if (location === null) return;
  const { type, name, ...parts } = location;
  facts.use(type, name, { ...parts, scope: "build", line });
}
