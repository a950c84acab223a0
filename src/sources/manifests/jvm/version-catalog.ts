import { parse } from "smol-toml";
import { CollectedFacts } from "../collected-facts.ts";
import { asRecord, field, type JsonRecord, recordField, stringField } from "../json-manifest.ts";
import { manifestSource } from "../manifest-source.ts";

/**
 * Gradle version catalogs. Build scripts use an entry by an alias that cannot be followed from file to file, so that
 * every entry of the catalog counts as used.
 */
export const versionCatalogSource = manifestSource({
  id: "gradle-version-catalog",
  version: 1,
  matches: (base) => base.endsWith(".versions.toml"),
  read({ text }) {
    const facts = new CollectedFacts();
    const catalog = parse(text);
    const versions = recordField(catalog, "versions") ?? {};
    const lines = aliasLines(text);
    for (const [alias, entry] of Object.entries(recordField(catalog, "libraries") ?? {})) {
      const [group, name, version] = libraryOf(entry, versions);
      if (group === undefined || name === undefined) continue;
      facts.use("maven", name, {
        namespace: group,
        scope: /(?:^|[-_.])(?:test|junit|mock|assert)/.test(alias) ? "test" : "runtime",
        constraint: version ?? null,
        line: lines.get(`libraries.${alias}`) ?? null,
      });
    }
    for (const [alias, entry] of Object.entries(recordField(catalog, "plugins") ?? {})) {
      const [id, version] = pluginOf(entry, versions);
      if (id === undefined) continue;
      facts.use("maven", `${id}.gradle.plugin`, {
        namespace: id,
        scope: "build",
        constraint: version ?? null,
        line: lines.get(`plugins.${alias}`) ?? null,
      });
    }
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
  const version = reference === undefined ? field(record, "version") : field(versions, reference);
  if (typeof version === "string") return version;
  const rich = asRecord(version) ?? {};
  return (
    stringField(rich, "strictly") ?? stringField(rich, "require") ?? stringField(rich, "prefer")
  );
}

/** Lines of `alias = …` below `[table]`, which the parser does not keep. */
function aliasLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let table = "";
  for (const [index, line] of text.split("\n").entries()) {
    table = /^\s{0,20}\[(\w{1,40})\]/.exec(line)?.[1] ?? table;
    const alias = /^\s{0,20}"?([\w.-]{1,200})"?\s{0,20}=/.exec(line)?.[1];
    if (alias !== undefined) lines.set(`${table}.${alias}`, index + 1);
  }
  return lines;
}
