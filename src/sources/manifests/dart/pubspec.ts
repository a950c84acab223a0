import { CollectedFacts } from "../collected-facts.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin, registryHost } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["dependencies", "runtime"],
  ["dev_dependencies", "development"],
];
const publicRegistries = new Set(["pub.dev", "pub.dartlang.org"]);

/** pubspec.yaml of Dart and Flutter: https://dart.dev/tools/pub/pubspec. Overrides say where a dependency is from, and no use. */
export const pubspec = manifestSource({
  id: "dart-pubspec",
  version: 2,
  endings: ["yml", "yaml"],
  matches: (base) => base === "pubspec.yaml" || base === "pubspec.yml",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    const name = root.textAt("name");
    if (name !== null)
      facts.offer("pub", name, {
        kind: kindOfName(name.replaceAll("_", "-")),
        version: root.textAt("version"),
        isPrivate: root.textAt("publish_to") === "none",
        description: root.textAt("description"),
        line: root.get("name")?.line ?? 1,
      });
    const overrides = new Map(root.get("dependency_overrides")?.entries() ?? []);
    for (const [section, scope] of sections)
      for (const [dependency, value] of root.get(section)?.entries() ?? [])
        readDependency(facts, path, dependency, value, scope, overrides.get(dependency));
    for (const member of root.get("workspace")?.items() ?? [])
      if (member.text !== null) facts.workspace(member.text);
    return facts.toFileFacts();
  },
});

function readDependency(
  facts: CollectedFacts,
  path: string,
  name: string,
  value: YamlView,
  scope: Scope,
  override: YamlView | undefined,
): void {
  // `flutter: { sdk: flutter }` is the framework itself.
  if (value.textAt("sdk") !== null) return;
  const git = override?.get("git") ?? value.get("git");
  const url = git?.text ?? git?.textAt("url") ?? null;
  const local = value.textAt("path") ?? override?.textAt("path") ?? null;
  const hosted = value.get("hosted");
  const host = registryHost(hosted?.text ?? hosted?.textAt("url") ?? "");
  const written = value.text ?? value.textAt("version");
  const revision = git?.textAt("ref") ?? git?.textAt("tag_pattern") ?? null;
  // What overrides says the version as well, be it by a place in git.
  const instead = override?.text ?? override?.textAt("version") ?? null;
  const isInstead = override?.get("git") != null;
  const constraint = instead ?? (isInstead ? revision : (written ?? revision));
  // The package may be called otherwise than the name by which it is imported.
  facts.use("pub", hosted?.textAt("name") ?? name, {
    scope,
    constraint,
    line: value.line,
    ...(host === null || publicRegistries.has(host) ? {} : { origin: host }),
    ...(url === null ? {} : { origin: gitOrigin(url) }),
    ...(local === null ? {} : pathTarget(path, local)),
  });
}
