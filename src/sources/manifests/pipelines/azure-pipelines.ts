import { CollectedFacts } from "../collected-facts.ts";
import { offerImage, unknownPart, useImage } from "../docker/image-reference.ts";
import { imagesOfScript } from "../docker/script-images.ts";
import { useGithub } from "../git-use.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";

const reader = "azure-pipelines";
const named = /^(?:\.?azure-pipelines?|\.vsts-ci|azure-ci)[\w.-]{0,100}\.ya?ml$/i;
const folder =
  /(?:^|\/)(?:\.?azure-?pipelines?|\.azuredevops|\.ado|\.pipelines)\/[^\s]{1,200}\.ya?ml$/i;
const scripts = ["script", "bash", "inlineScript"] as const;

/** Azure Pipelines: repositories that templates are taken from, containers, images pushed, templates of the same repository. */
export const azurePipelinesSource = manifestSource({
  id: reader,
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base, path) => base.endsWith("ml") && (named.test(base) || folder.test(path)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    for (const root of readYaml(text, facts)) {
      const resources = root.get("resources");
      for (const repository of resources?.get("repositories")?.items() ?? [])
        useResource(facts, repository);
      const containers = resources?.get("containers")?.items() ?? [];
      const aliases = new Set(containers.flatMap((one) => one.textAt("container") ?? []));
      for (const map of mapsIn(root)) readMap(facts, map, path, aliases);
    }
    return facts.toFileFacts();
  },
});

/** `type`: `git` is a repository of the same Azure organisation, `project/name` or, in the same project, `name`. */
function useResource(facts: CollectedFacts, repository: YamlView): void {
  const name = repository.textAt("name");
  const type = repository.textAt("type")?.toLowerCase() ?? "git";
  const line = repository.line;
  if (name === null) return;
  const ref = repository.textAt("ref")?.replace(/^refs\/(?:heads|tags)\//, "") ?? null;
  const use = {
    scope: "build",
    line,
    constraint: ref?.includes("$") === true ? null : ref,
  } as const;
  if (name.includes("${{"))
    facts.problem("unsupported", "repository of templates named by variables", line);
  else if (type === "git") {
    const parts = name.split("/");
    const repositoryName = parts.at(-1) ?? name;
    // Relative to the address of this repository, as a submodule's may be: https://…/project/_git/name.
    const relative = parts.length > 1 ? `../../../${parts[0] ?? ""}/_git/` : "../";
    const qualifiers = { vcs_url: `${relative}${repositoryName}` };
    facts.use("generic", repositoryName, { ...use, qualifiers });
  } else if (type === "bitbucket") facts.use("bitbucket", name, use);
  else if (!useGithub(facts, name, use))
    facts.problem("invalid", `repository resource ${name.slice(0, 80)}`, line);
}

function readMap(
  facts: CollectedFacts,
  map: YamlView,
  path: string,
  aliases: ReadonlySet<string>,
): void {
  const template = map.textAt("template");
  if (template !== null && /\.ya?ml$/.test(template) && !/[@$]/.test(template)) {
    const target = template.startsWith("/")
      ? { localPath: template.replace(/^\/+/, "") }
      : pathTarget(path, template);
    if ("localPath" in target) facts.include(target.localPath, reader);
  }
  const container = map.get("container");
  const image =
    map.textAt("container") === null || map.get("image") !== null
      ? (container?.get("image") ?? map.get("image"))
      : container;
  const text = image?.text ?? null;
  if (image !== null && text !== null && !aliases.has(text) && /[/:]/.test(text))
    useImage(facts, text.replace(/\$[({][^)}]{0,200}[)}]{1,2}/g, unknownPart), {
      scope: "build",
      line: image.line,
    });
  for (const key of scripts)
    for (const pushed of imagesOfScript(map.textAt(key) ?? ""))
      offerImage(facts, pushed.replace(/\$[({][^)}]{0,200}[)}]{1,2}/g, unknownPart), map.line);
}
