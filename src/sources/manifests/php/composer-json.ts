import {
  asRecord,
  field,
  type JsonRecord,
  KeyLines,
  parseJsonManifest,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { parseForgeArchive } from "../forge-archive.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["require", "runtime"],
  ["require-dev", "development"],
];
/** PHP itself, its extensions and Composer's own interfaces are not packages; those have a vendor. */
const reader = "php-composer-json";
const isPackage = /^[^/\s]{1,150}\/[^/\s]{1,150}$/;

/** composer.json: https://getcomposer.org/doc/04-schema.md */
export const composerJson = manifestSource({
  id: reader,
  version: 3,
  endings: ["json"],
  matches: (base) => base === "composer.json",
  read({ path, text }) {
    const collector = new ManifestCollector("composer");
    const root = parseJsonManifest(text, collector);
    if (root === null) return collector.facts();
    readPackage(root, text, collector);
    const described = describedPackages(root);
    for (const [section, scope] of sections) {
      const lines = new KeyLines(text, section);
      for (const [name, constraint] of Object.entries(recordField(root, section) ?? {})) {
        const line = lines.lineOf(name);
        if (!isPackage.test(name)) continue;
        if (typeof constraint === "string")
          collector.dependency({
            name,
            constraint: versionsMeant(constraint),
            scope,
            line,
            origin: described.get(name),
          });
        else collector.problem("invalid", `${section}: ${name} has no version text`, line);
      }
    }
    for (const glob of pathRepositories(path, root)) collector.workspace(glob);
    for (const file of mergedFiles(path, root)) collector.include(file, reader);
    return collector.facts();
  },
});

/** `dev-main as 1.0.x-dev` is taken for what stands behind `as`; `@dev` and `#commit` say nothing of which versions. */
function versionsMeant(constraint: string): string {
  const alias = /\sas\s{1,20}(\S{1,100})$/.exec(constraint)?.[1];
  const meant = (alias ?? constraint).replace(/@(?:dev|alpha|beta|rc|stable)\b/gi, "").trim();
  const plain = meant.replace(/#[\da-f]{7,40}$/i, "");
  return plain === "" ? "*" : plain;
}

/** Files whose requirements wikimedia/composer-merge-plugin adds to those of this one; patterns as they are. */
function mergedFiles(path: string, root: JsonRecord): string[] {
  const plugin = recordField(recordField(root, "extra") ?? {}, "merge-plugin") ?? {};
  return ["include", "require"].flatMap((key) => {
    const files = field(plugin, key);
    return (typeof files === "string" ? [files] : stringsOf(files)).flatMap((file) => {
      const target = pathTarget(path, file);
      return "localPath" in target && file.endsWith(".json") ? [target.localPath] : [];
    });
  });
}

/** Packages that the manifest describes itself, with the repository that they are fetched from. */
function describedPackages(root: JsonRecord): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const repository of repositoriesOf(root)) {
    if (stringField(repository, "type") !== "package") continue;
    const written = field(repository, "package");
    for (const one of Array.isArray(written) ? written : [written]) {
      const described = asRecord(one) ?? {};
      const name = stringField(described, "name");
      const url = stringField(recordField(described, "source") ?? {}, "url");
      const archive = parseForgeArchive(
        stringField(recordField(described, "dist") ?? {}, "url") ?? "",
      );
      const origin = url === undefined ? archive?.origin : gitOrigin(url);
      if (name !== undefined && origin !== undefined) found.set(name, origin);
    }
  }
  return found;
}

function repositoriesOf(root: JsonRecord): JsonRecord[] {
  const repositories = field(root, "repositories");
  const list: readonly unknown[] = Array.isArray(repositories)
    ? repositories
    : Object.values(asRecord(repositories) ?? {});
  return list.map((one) => asRecord(one) ?? {});
}

/** Folders (with patterns) of packages that are taken from this repository instead of the registry. */
function pathRepositories(path: string, root: JsonRecord): string[] {
  return repositoriesOf(root).flatMap((repository) => {
    const url = stringField(repository, "url");
    if (stringField(repository, "type") !== "path" || url === undefined) return [];
    return "localPath" in pathTarget(path, url) ? [url] : [];
  });
}

/** What it replaces or provides can be asked for by those names; its own, extensions and `*-implementation` are left out. */
function namesInPlaceOf(root: JsonRecord, name: string): string[] {
  return ["replace", "provide"].flatMap((section) =>
    Object.keys(recordField(root, section) ?? {}).filter(
      (other) => isPackage.test(other) && other !== name && !other.endsWith("-implementation"),
    ),
  );
}

function readPackage(root: JsonRecord, text: string, collector: ManifestCollector): void {
  const name = stringField(root, "name");
  if (name === undefined || !isPackage.test(name)) return;
  const type = stringField(root, "type") ?? "library";
  const isTooling =
    /-plugin$|coding-standard/.test(type) ||
    stringsOf(field(root, "keywords")).some((word) => word === "static analysis" || word === "dev");
  collector.package({
    name,
    kind: isTooling ? "tooling" : kindOfName(name),
    version: stringField(root, "version") ?? null,
    // A project is an application's skeleton or the application itself: nobody requires it.
    isPrivate: type === "project",
    description: stringField(root, "description"),
    deprecated: abandonment(field(root, "abandoned")),
    line: new KeyLines(text, "nowhere").lineOf("name"),
    alsoKnownAs: namesInPlaceOf(root, name),
  });
}

/** `abandoned` is true, or names the replacement. */
function abandonment(value: unknown): string | undefined {
  if (value === true) return "abandoned";
  return typeof value === "string" && value !== "" ? `abandoned: use ${value}` : undefined;
}
