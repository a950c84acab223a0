import {
  type JsonRecord,
  KeyLines,
  asRecord,
  field,
  parseJsonManifest,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";
import { readCatalogs } from "./catalogs.ts";
import { readNpmSpecifier } from "./npm-specifier.ts";
import { shipsFolder } from "#evidence/npm-shipping.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** In the order in which a package named twice takes its constraint. */
const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["dependencies", "runtime"],
  ["optionalDependencies", "runtime"],
  ["peerDependencies", "runtime"],
  ["devDependencies", "development"],
];

/** package.json as npm, yarn and pnpm read it: https://docs.npmjs.com/cli/configuring-npm/package-json */
export const packageJson = manifestSource({
  id: "npm-package-json",
  version: 7,
  endings: ["json"],
  matches: (base) => base === "package.json",
  read({ path, text }) {
    const collector = new ManifestCollector("npm");
    const root = parseJsonManifest(text, collector);
    if (root === null) return collector.facts();
    readPackage(root, text, collector);
    for (const [section, scope] of sections) {
      readSection({ path, text, root, section, scope }, collector);
    }
    readReplacements(path, root, collector);
    const workspaces = field(root, "workspaces");
    const members = stringsOf(asRecord(workspaces)?.["packages"] ?? workspaces);
    if (field(root, "private") !== true) readShipped(root, collector);
    // Bun keeps catalogs at the root or with the workspaces.
    readCatalogs(path, root, collector);
    readCatalogs(path, asRecord(workspaces) ?? {}, collector);
    for (const glob of members) collector.workspace(glob);
    return collector.facts();
  },
});

function readPackage(root: JsonRecord, text: string, collector: ManifestCollector): void {
  const name = stringField(root, "name");
  if (name === undefined || name === "") return;
  const version = stringField(root, "version") ?? null;
  const isPrivateField = field(root, "private");
  collector.package({
    name,
    kind: kindOf(root, name),
    version,
    // npm refuses to publish what has no version.
    isPrivate: isPrivateField === true || isPrivateField === "true" || version === null,
    description: stringField(root, "description"),
    deprecated: deprecationOf(root),
    line: lineOfName(text),
  });
}

const shippedLimit = 200;
const takenFolder = /^(?:\.?\/)?([^*?[\]{}!\\]{1,500}?)(?:\/|\/\*|\/\*\*|\/\*\*\/\*)?$/;

/** Folders of `files`, as npm takes them along: https://docs.npmjs.com/cli/configuring-npm/package-json#files */
function readShipped(root: JsonRecord, collector: ManifestCollector): void {
  for (const entry of stringsOf(field(root, "files")).slice(0, shippedLimit)) {
    const folder = takenFolder.exec(entry)?.[1];
    if (folder !== undefined && folder !== ".") collector.define({ name: shipsFolder + folder });
  }
}

function deprecationOf(root: JsonRecord): string | undefined {
  const deprecated = field(root, "deprecated");
  if (deprecated === true) return "deprecated";
  return typeof deprecated === "string" && deprecated !== "" ? deprecated : undefined;
}

const componentKeywords = new Set(["components", "ui", "design-system", "web-components"]);
const entryPoints = ["main", "module", "exports", "types", "typings", "browser"];

function kindOf(root: JsonRecord, name: string): ReturnType<typeof kindOfName> {
  const byName = kindOfName(name);
  if (byName !== "library") return byName;
  if (stringsOf(field(root, "keywords")).some((word) => componentKeywords.has(word))) {
    return "ui-components";
  }
  const isProgram = field(root, "bin") !== undefined;
  return isProgram && entryPoints.every((key) => field(root, key) === undefined)
    ? "tooling"
    : "library";
}

function lineOfName(text: string): number {
  const at = /"name"\s{0,50}:/.exec(text)?.index ?? 0;
  let line = 1;
  for (
    let next = text.indexOf("\n");
    next !== -1 && next < at;
    next = text.indexOf("\n", next + 1)
  ) {
    line += 1;
  }
  return line;
}

/**
 * `overrides` of npm, `resolutions` of yarn and those of pnpm: mostly versions, which are no use. What puts another package or
 * a repository in the place of one that is asked for is a use of that. Nested ones hold for a package's own dependencies.
 */
function readReplacements(path: string, root: JsonRecord, collector: ManifestCollector): void {
  const pnpm = recordField(root, "pnpm") ?? {};
  const tables = [field(root, "overrides"), field(root, "resolutions"), field(pnpm, "overrides")];
  for (const [key, specifier] of tables.flatMap((one) => Object.entries(asRecord(one) ?? {}))) {
    if (typeof specifier !== "string" || specifier.startsWith("$")) continue;
    const replaced = /((?:@[^/@>]{1,200}\/)?[^/@>]{1,200})(?:@[^@>]{0,100})?$/.exec(key)?.[1];
    if (replaced === undefined) continue;
    const { name, constraint, ...where } = readNpmSpecifier(path, replaced, specifier);
    const isOther = name !== replaced || where.origin !== undefined;
    if (isOther) collector.dependency({ name, constraint, ...where, scope: "runtime" });
  }
}

interface Section {
  readonly path: string;
  readonly text: string;
  readonly root: JsonRecord;
  readonly section: string;
  readonly scope: Scope;
}

function readSection(from: Section, collector: ManifestCollector): void {
  const entries = recordField(from.root, from.section);
  if (entries === null) return;
  const lines = new KeyLines(from.text, from.section);
  const isPeer = from.section === "peerDependencies";
  for (const [name, specifier] of Object.entries(entries)) {
    if (isPeer && isOnlyBuiltWith(from.root, name)) continue;
    const line = lines.lineOf(name);
    if (typeof specifier === "string") {
      const target = readNpmSpecifier(from.path, name, specifier);
      collector.dependency({ ...target, scope: from.scope, line, ...(isPeer ? { isPeer } : {}) });
    } else {
      collector.problem("invalid", `${from.section}: ${name} has no version text`, line);
    }
  }
}

/** A peer that its users may leave out, and that the package itself installs to be built: no part of what runs. */
function isOnlyBuiltWith(root: JsonRecord, name: string): boolean {
  const meta = recordField(root, "peerDependenciesMeta");
  const isOptional = field(asRecord(field(meta ?? {}, name)) ?? {}, "optional") === true;
  return isOptional && typeof field(recordField(root, "devDependencies") ?? {}, name) === "string";
}
