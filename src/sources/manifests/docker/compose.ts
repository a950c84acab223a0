import { CollectedFacts } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { readDockerfile } from "./dockerfile.ts";
import { unknownPart, useImage } from "./image-reference.ts";
import { expandVariables } from "./shell-variables.ts";

const reader = "compose";
const fileName = /^(?:docker-)?compose(?:[._-][\w.-]{1,80})?\.ya?ml$/i;
const noVariables: ReadonlyMap<string, string> = new Map();

/**
 * Images of a compose file's services, repositories that it builds from or includes; a service with `build` names its own
 * image and uses none. Files that it includes or extends are read with it.
 */
export const composeSource = manifestSource({
  id: reader,
  version: 3,
  endings: ["yml", "yaml"],
  matches: (base) => fileName.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    for (const entry of root?.get("include")?.items() ?? [])
      for (const included of (entry.get("path") ?? entry).itemsOrSelf())
        takeIn(facts, included, path);
    // Version 1 of the format had the services at the root.
    for (const [, service] of (root?.get("services") ?? root)?.entries() ?? []) {
      const extended = service.get("extends")?.get("file") ?? null;
      if (extended !== null) takeIn(facts, extended, path);
      const build = service.get("build");
      if (build !== null) readBuild(facts, build);
      const image = service.get("image");
      if (image === null || image.text === null || build !== null) continue;
      const name = expandVariables(image.text, noVariables, unknownPart);
      useImage(facts, name, { scope: "development", line: image.line });
    }
    return facts.toFileFacts();
  },
});

function takeIn(facts: CollectedFacts, { text, line }: YamlView, path: string): void {
  if (text === null || useFromGit(facts, text, line) || text.includes("$")) return;
  const target = pathTarget(path, text);
  if ("localPath" in target) facts.include(target.localPath, reader);
}

/** `context` may be a repository, as may each of `additional_contexts`, which may also be an image. */
function readBuild(facts: CollectedFacts, build: YamlView): void {
  const context = build.get("context") ?? build;
  if (context.text !== null) useFromGit(facts, context.text, context.line);
  const inline = build.get("dockerfile_inline");
  if (inline?.text !== null && inline !== null) readDockerfile(facts, inline.text, inline.line);
  const more = build.get("additional_contexts");
  const contexts = [...(more?.entries() ?? []).map(([, one]) => one), ...(more?.items() ?? [])];
  for (const { text, line } of contexts) {
    const address = text?.replace(/^[\w.-]{1,100}=/, "") ?? "";
    if (address.startsWith("docker-image://"))
      useImage(facts, address.slice("docker-image://".length), { scope: "development", line });
    else useFromGit(facts, address, line);
  }
}

/** `https://github.com/acme/lamps.git#v1.0:folder`; a plain address without `.git` is a file on the web. */
export function useFromGit(facts: CollectedFacts, written: string, line: number): boolean {
  const [address = "", fragment = ""] = written.split("#", 2);
  if (!/^(?:git@|git:\/\/|ssh:\/\/|github\.com\/)|^https?:\/\/.{1,500}\.git$/.test(address))
    return false;
  const ref = fragment.split(":", 1)[0] ?? "";
  return useRepository(facts, address, {
    scope: "build",
    line,
    constraint: ref === "" ? null : ref,
  });
}
