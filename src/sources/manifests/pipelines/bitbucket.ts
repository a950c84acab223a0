import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { offerImage, unknownPart, useImage } from "../docker/image-reference.ts";
import { imagesOfScript } from "../docker/script-images.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";

const none: ReadonlyMap<string, string> = new Map();

/** Bitbucket Pipelines: pipes, shared pipelines of the same workspace, images; `pipe.yml` makes the repository a pipe. */
export const bitbucketSource = manifestSource({
  id: "bitbucket-pipelines",
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base, path) => base === "bitbucket-pipelines.yml" || path === "pipe.yml",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    if (path === "pipe.yml") offerPipe(facts, root);
    else for (const map of mapsIn(root)) readMap(facts, map);
    return facts.toFileFacts();
  },
});

function offerPipe(facts: CollectedFacts, root: YamlView): void {
  const image = root.get("image");
  if (image?.text === null || image === null) return;
  facts.offer("bitbucket", `${ownOwner}/${ownRepository}`, {
    kind: "tooling",
    description: root.textAt("description") ?? root.textAt("name"),
    line: root.line,
  });
  offerImage(facts, image.text, image.line);
}

function readMap(facts: CollectedFacts, map: YamlView): void {
  const pipe = map.get("pipe");
  if (pipe?.text !== null && pipe !== null) usePipe(facts, pipe.text, pipe.line);
  const shared = map.get("import");
  if (shared?.text !== null && shared !== null) useImport(facts, shared.text, shared.line);
  for (const [, value] of map.get("imports")?.entries() ?? [])
    if (value.text !== null) useImport(facts, value.text, value.line);
  const image = map.get("image")?.get("name") ?? map.get("image");
  if (image?.text !== null && image !== null)
    useImage(facts, expand(image.text), { scope: "build", line: image.line });
  for (const command of map.get("script")?.items() ?? [])
    for (const pushed of imagesOfScript(command.text ?? ""))
      offerImage(facts, expand(pushed), command.line);
}

/** `acme/lamp:1.2.0` is the repository of that name on Bitbucket, `docker://acme/lamp:1.2.0` an image. */
function usePipe(facts: CollectedFacts, written: string, line: number): void {
  if (written.startsWith("docker://")) {
    useImage(facts, expand(written.slice("docker://".length)), { scope: "build", line });
    return;
  }
  const [, name, version] = /^([\w.-]{1,100}\/[\w.-]{1,100})(?::(\S{1,100}))?$/.exec(written) ?? [];
  if (name === undefined) facts.problem("invalid", `pipe ${written.slice(0, 80)}`, line);
  else facts.use("bitbucket", name, { scope: "build", line, constraint: version ?? null });
}

/** `repository:ref:name`, from the same workspace. */
function useImport(facts: CollectedFacts, written: string, line: number): void {
  const [repository = "", ref] = written.split(":", 3);
  const name = repository.slice(repository.lastIndexOf("/") + 1);
  if (!/^[\w.-]{1,100}$/.test(name) || ref === undefined) return;
  facts.use("bitbucket", `${ownOwner}/${name}`, { scope: "build", line, constraint: ref });
}

function expand(text: string): string {
  return expandVariables(text, none, unknownPart);
}
