import { parse } from "smol-toml";
import { CollectedFacts } from "../collected-facts.ts";
import {
  asRecord,
  field,
  type JsonRecord,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { manifestSource } from "../manifest-source.ts";
import { defineModule, pluginMarker } from "./coordinates.ts";
import { chosenVersion } from "./gradle-dependencies.ts";
import { catalogAlias } from "./script-values.ts";

/**
 * Gradle version catalogs. An entry is no use by itself: a build script that names it uses it. Scripts ask for `libs.rail`;
 * which catalog is called `libs` is said by the settings, so that entries are defined below `catalog`.
 */
export const versionCatalogSource = manifestSource({
  id: "gradle-version-catalog",
  version: 3,
  endings: ["toml"],
  matches: (base) => base.endsWith(".versions.toml"),
  read({ text }) {
    const facts = new CollectedFacts();
    const catalog = parse(text);
    const versions = recordField(catalog, "versions") ?? {};
    for (const alias of Object.keys(versions)) {
      const version = richVersion(field(versions, alias));
      if (version !== undefined) facts.define(`catalog.versions.${catalogAlias(alias)}`, version);
    }
    for (const [alias, entry] of Object.entries(recordField(catalog, "libraries") ?? {})) {
      const [group, name, version] = libraryOf(entry, versions);
      if (group === undefined || name === undefined)
        facts.problem("unsupported", `library ${alias} names no module`);
      else
        defineModule(facts, `catalog.${catalogAlias(alias)}`, {
          group,
          name,
          version: version ?? "",
        });
    }
    for (const [alias, entry] of Object.entries(recordField(catalog, "plugins") ?? {})) {
      const [id, version] = pluginOf(entry, versions);
      if (id === undefined) continue;
      const { group, name } = pluginMarker(id);
      facts.definePackage(`catalog.plugins.${catalogAlias(alias)}`, "maven", name, {
        namespace: group,
        value: version ?? "",
      });
    }
    for (const [alias, members] of Object.entries(recordField(catalog, "bundles") ?? {}))
      facts.define(
        `catalog.bundles.${catalogAlias(alias)}`,
        stringsOf(members)
          .map((member) => `\${catalog.${catalogAlias(member)}}`)
          .join(""),
      );
    return facts.toFileFacts();
  },
});

/** `"group:name:version"`, `{ module = "group:name", version… }` or `{ group, name, version… }`. */
function libraryOf(entry: unknown, versions: JsonRecord): readonly (string | undefined)[] {
  if (typeof entry === "string") return entry.split(":", 3);
  const record = asRecord(entry);
  if (record === null) return [];
  const [group, name] = stringField(record, "module")?.split(":", 2) ?? [
    stringField(record, "group"),
    stringField(record, "name"),
  ];
  return [group, name, versionOf(record, versions)];
}

function pluginOf(entry: unknown, versions: JsonRecord): readonly (string | undefined)[] {
  if (typeof entry === "string") return entry.split(":", 2);
  const record = asRecord(entry);
  return record === null ? [] : [stringField(record, "id"), versionOf(record, versions)];
}

/** `version = "1.0"`, `version.ref = "alias"`, or rich: `{ strictly, require, prefer }`. */
function versionOf(record: JsonRecord, versions: JsonRecord): string | undefined {
  const reference = stringField(recordField(record, "version") ?? {}, "ref");
  return richVersion(
    reference === undefined ? field(record, "version") : field(versions, reference),
  );
}

function richVersion(version: unknown): string | undefined {
  if (typeof version === "string") return version;
  const rich = asRecord(version) ?? {};
  const rules = ["strictly", "require", "prefer"].flatMap((rule): [string, string][] => {
    const written = stringField(rich, rule);
    return written === undefined ? [] : [[rule, written]];
  });
  return chosenVersion(new Map(rules));
}
