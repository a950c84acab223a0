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
import { ManifestCollector } from "../manifest-collector.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["require", "runtime"],
  ["require-dev", "development"],
];
/** PHP itself, its extensions and Composer's own interfaces are not packages; those have a vendor. */
const isPackage = /^[^/\s]{1,150}\/[^/\s]{1,150}$/;

/** composer.json: https://getcomposer.org/doc/04-schema.md */
export const composerJson = manifestSource({
  id: "php-composer-json",
  version: 2,
  endings: ["json"],
  matches: (base) => base === "composer.json",
  read({ path, text }) {
    const collector = new ManifestCollector("composer");
    const root = parseJsonManifest(text, collector);
    if (root === null) return collector.facts();
    readPackage(root, text, collector);
    for (const [section, scope] of sections) {
      const lines = new KeyLines(text, section);
      for (const [name, constraint] of Object.entries(recordField(root, section) ?? {})) {
        const line = lines.lineOf(name);
        if (!isPackage.test(name)) continue;
        if (typeof constraint === "string")
          collector.dependency({ name, constraint: versionsMeant(constraint), scope, line });
        else collector.problem("invalid", `${section}: ${name} has no version text`, line);
      }
    }
    for (const glob of pathRepositories(path, root)) collector.workspace(glob);
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

/** Folders (with patterns) of packages that are taken from this repository instead of the registry. */
function pathRepositories(path: string, root: JsonRecord): string[] {
  const repositories = field(root, "repositories");
  const list = Array.isArray(repositories)
    ? repositories
    : Object.values(asRecord(repositories) ?? {});
  return list.flatMap((one: unknown) => {
    const repository = asRecord(one) ?? {};
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
