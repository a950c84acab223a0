import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import type { CollectedFacts } from "../collected-facts.ts";
import { unknownPart } from "../docker/image-reference.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { useRepository } from "../git-use.ts";
import type { YamlView } from "../yaml-view.ts";
import { withInputs, type Variables } from "./predefined.ts";

/** Id of the source that reads pipelines, and what they include from their own repository. */
export const gitlabReader = "gitlab-ci";

const componentAddress = /^([^/\s]{1,200})\/([^\s@]{1,300})\/([\w.-]{1,100})@(\S{1,200})$/;

/** `include` and `trigger:include`: files of this repository, of other projects, templates, components and addresses. */
export function readInclude(facts: CollectedFacts, include: YamlView, variables: Variables): void {
  const line = include.line;
  const expand = (text: string | null): string | null =>
    text === null
      ? null
      : expandVariables(withInputs(text, variables, unknownPart), variables, unknownPart);
  const bare = include.text;
  const remote = bare !== null && /^https?:/.test(bare) ? bare : include.textAt("remote");
  const local = bare !== null && remote === null ? bare : include.textAt("local");
  const project = expand(include.textAt("project"));
  const template = include.textAt("template");
  const address = include.textAt("component");
  if (project !== null) readProject(facts, include, project, expand);
  else if (local !== null) readLocal(facts, expand(local) ?? "", line);
  else if (template !== null)
    facts.use("gitlab", "gitlab-org/gitlab", {
      scope: "build",
      line,
      subpath: `lib/gitlab/ci/templates/${template}`,
    });
  else if (address !== null) readComponent(facts, address, expand(address) ?? "", line);
  else if (remote !== null && !useRepository(facts, expand(remote) ?? "", { scope: "build", line }))
    facts.problem("unsupported", "include of an address that names no repository", line);
}

function readProject(
  facts: CollectedFacts,
  include: YamlView,
  project: string,
  expand: (text: string | null) => string | null,
): void {
  const line = include.line;
  if (project.includes(unknownPart)) {
    facts.problem("unsupported", "include of a project named by variables", line);
    return;
  }
  const ref = expand(include.textAt("ref"));
  const constraint = ref === null || ref.includes(unknownPart) ? null : ref;
  const files = include.get("file")?.itemsOrSelf() ?? [];
  for (const file of files) {
    const subpath = expand(file.text)?.replace(/^\/+/, "") ?? null;
    facts.use("gitlab", project.replace(/^\/+/, ""), {
      scope: "build",
      line,
      constraint,
      ...(subpath === null || subpath.includes(unknownPart) ? {} : { subpath }),
    });
  }
}

/** From the root of the repository, with or without a slash, whichever file includes it; may be a glob. */
function readLocal(facts: CollectedFacts, written: string, line: number): void {
  const path = written.replace(/^\.?\/+/, "").trim();
  if (path.includes(unknownPart))
    facts.problem("unsupported", "include of a file named by variables", line);
  else if (/\.ya?ml$/.test(path)) facts.include(path, gitlabReader);
}

/** `HOST/group/project/name@version`; the host is mostly `$CI_SERVER_FQDN`. */
function readComponent(
  facts: CollectedFacts,
  written: string,
  expanded: string,
  line: number,
): void {
  const host = written.slice(0, Math.max(0, written.indexOf("/")));
  const rest = expanded.slice(expanded.indexOf("/"));
  const [, , project, name, version] = componentAddress.exec(`host${rest}`) ?? [];
  if (project === undefined || name === undefined || project.includes(unknownPart)) {
    facts.problem("unsupported", "component named by variables", line);
    return;
  }
  const isOwn = project === `${ownOwner}/${ownRepository}`;
  const isOwnHost = isOwn || host.startsWith("$") || host === "gitlab.com";
  facts.use("gitlab", project, {
    scope: "build",
    line,
    constraint: version === undefined || version.includes(unknownPart) ? null : version,
    subpath: `templates/${name}`,
    ...(isOwnHost ? {} : { qualifiers: { repository_url: host }, origin: host }),
  });
}
