import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { offerImage, unknownPart, useImage } from "../docker/image-reference.ts";
import { imagesOfScript } from "../docker/script-images.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { useGithub, useRepository } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";

const pipeline = /(?:^|\/)(?:\.?buildkite\/[^\s]{1,200}|buildkite[\w.-]{0,80})\.ya?ml$/;

/** Buildkite: plugins of pipelines, images; `plugin.yml` at the root makes the repository a plugin. */
export const buildkiteSource = manifestSource({
  id: "buildkite",
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base, path) =>
    base.endsWith("ml") && (pipeline.test(path) || path === "plugin.yml" || path === "plugin.yaml"),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    if (!pipeline.test(path)) return offerPlugin(facts, root);
    const names = new Map(
      (root.get("env")?.entries() ?? []).flatMap(([name, { text: value }]) =>
        value === null ? [] : [[name, value] as const],
      ),
    );
    for (const map of mapsIn(root)) readMap(facts, map, names);
    return facts.toFileFacts();
  },
});

/** Other tools have files of this name: a plugin says what it requires or how it is configured. */
function offerPlugin(
  facts: CollectedFacts,
  root: YamlView,
): ReturnType<CollectedFacts["toFileFacts"]> {
  const isPlugin = root.get("configuration") !== null || root.get("requirements") !== null;
  const name = root.get("name");
  if (isPlugin && name !== null)
    facts.offer("github", `${ownOwner}/${ownRepository}`, {
      kind: "tooling",
      description: root.textAt("description") ?? name.text,
      line: name.line,
    });
  return facts.toFileFacts();
}

function readMap(facts: CollectedFacts, map: YamlView, names: ReadonlyMap<string, string>): void {
  const plugins = map.get("plugins");
  for (const plugin of plugins?.items() ?? []) {
    if (plugin.text !== null) usePlugin(facts, plugin.text, plugin.line);
    else for (const name of plugin.keys()) usePlugin(facts, name, plugin.line);
  }
  if (plugins?.isMap === true)
    for (const name of plugins.keys()) usePlugin(facts, name, plugins.line);
  const image = map.get("image");
  const expand = (text: string): string =>
    expandVariables(text.replaceAll("$$", "$"), names, unknownPart);
  // Agents on virtual machines are made from images of another kind.
  const isMachine = /^(?:gcp|aws|orka)$/.test(map.textAt("provider") ?? "");
  if (image?.text !== null && image !== null && !isMachine)
    useImage(facts, expand(image.text), { scope: "build", line: image.line });
  for (const key of ["command", "commands"])
    for (const command of map.get(key)?.itemsOrSelf() ?? [])
      for (const pushed of imagesOfScript(command.text ?? ""))
        offerImage(facts, expand(pushed), command.line);
}

/** `docker#v5` → buildkite-plugins/docker-buildkite-plugin, `acme/lamp#v1` → acme/lamp-buildkite-plugin, or an address. */
function usePlugin(facts: CollectedFacts, written: string, line: number): void {
  const [address = "", ref] = written.split("#", 2);
  const constraint = ref === undefined || ref === "" ? null : ref;
  const use = { scope: "build", line, constraint } as const;
  if (/^(?:\.{0,2}\/|file:)/.test(address)) return;
  if (/^[\w.-]{1,100}$/.test(address))
    useGithub(facts, `buildkite-plugins/${address}-buildkite-plugin`, use);
  else if (/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(address))
    useGithub(facts, `${address.replace(/-buildkite-plugin$/, "")}-buildkite-plugin`, use);
  else if (!useRepository(facts, address, use))
    facts.problem("unsupported", `plugin ${written.slice(0, 80)}`, line);
}
