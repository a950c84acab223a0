import { CollectedFacts } from "../collected-facts.ts";
import { parseGitLocation } from "../git-location.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";
import { libraryReference } from "./library.ts";

const file = /(?:jenkins|casc)[^\s]{0,200}\.ya?ml(?:\.erb|\.tpl|\.j2|\.tmpl)?$/i;
const block = /^([ \t]{0,60})globalLibraries:[ \t]{0,20}\r?$/m;
const longestBlock = 20_000;

/**
 * Configuration as code of a Jenkins controller, also inside the values of its chart: which repositories the names of
 * shared libraries stand for.
 */
export const controllerConfigurationSource = manifestSource({
  id: "jenkins-controller",
  version: 1,
  endings: ["yml", "yaml", "erb", "tpl", "j2", "tmpl"],
  matches: (base, path) => /\.(?:ya?ml|erb|tpl|j2|tmpl)$/.test(base) && file.test(path),
  read({ text }) {
    const facts = new CollectedFacts();
    const written = libraryBlock(text);
    if (written === null) return {};
    for (const root of readYaml(written, facts))
      for (const library of root.get("globalLibraries")?.get("libraries")?.itemsOrSelf() ?? [])
        defineLibrary(facts, library);
    return facts.toFileFacts();
  },
});

/** The indented block below `globalLibraries:`, cut out of whatever stands around it. */
function libraryBlock(text: string): string | null {
  const found = block.exec(text);
  if (found === null) return null;
  const indent = (found[1] ?? "").length;
  const lines = text.slice(found.index, found.index + longestBlock).split("\n");
  const end = lines.findIndex(
    (line, at) => at > 0 && line.trim() !== "" && line.search(/\S/) <= indent,
  );
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .map((line) => line.slice(indent))
    .join("\n");
}

function defineLibrary(facts: CollectedFacts, library: YamlView): void {
  const name = library.textAt("name");
  if (name === null) return;
  for (const map of mapsIn(library)) {
    const owner = map.textAt("repoOwner");
    const repository = map.textAt("repository");
    const address =
      map.textAt("remote") ??
      (owner !== null && repository !== null ? `https://github.com/${owner}/${repository}` : null);
    const location = address === null ? null : parseGitLocation(address);
    if (location === null) continue;
    const { type, name: found, constraint: _none, ...parts } = location;
    const value = library.textAt("defaultVersion");
    facts.definePackage(libraryReference(name), type, found, { ...parts, value });
    return;
  }
}
