import { append } from "#kernel/lists-by-key.ts";
import {
  asRecord,
  field,
  type JsonRecord,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { ManifestCollector, type DependencyDraft } from "../manifest-collector.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { namedReadme } from "../named-readme.ts";
import { gitOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import { parseTomlManifest, TomlLines } from "../toml-manifest.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["dependencies", "runtime"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
  ["dev-dependencies", "development"],
  ["dev_dependencies", "development"],
];

/**
 * Cargo.toml: https://doc.rust-lang.org/cargo/reference/manifest.html. `[workspace.dependencies]` is no use by itself:
 * a member that says `workspace = true` uses it; `[workspace.package]` gives members their version.
 */
export const cargoToml = manifestSource({
  id: "rust-cargo-toml",
  version: 5,
  endings: ["toml"],
  matches: (base) => base === "Cargo.toml",
  read({ path, text }) {
    const collector = new ManifestCollector("cargo");
    const root = parseTomlManifest(text, collector);
    if (root === null) return collector.facts();
    const lines = new TomlLines(text);
    readPackage(root, lines, collector);
    const readme = stringField(recordField(root, "package") ?? {}, "readme");
    for (const one of namedReadme(path, readme)) collector.define(one);
    const patches = patchesOf(path, root);
    const read: Manifest = { path, lines, collector, patches, features: featuresOf(root) };
    readSections(read, root, "");
    for (const [target, value] of Object.entries(recordField(root, "target") ?? {})) {
      const table = asRecord(value);
      if (table !== null) readSections(read, table, `target.${target.replace(/["'\s]/g, "")}.`);
    }
    const workspace = recordField(root, "workspace");
    if (workspace !== null) readWorkspace(path, workspace, collector);
    return collector.facts();
  },
});

function readWorkspace(path: string, workspace: JsonRecord, collector: ManifestCollector): void {
  for (const member of stringsOf(field(workspace, "members"))) collector.workspace(member);
  const version = stringField(recordField(workspace, "package") ?? {}, "version");
  if (version !== undefined) collector.define({ name: inheritedVersion, value: version });
  for (const [key, value] of Object.entries(recordField(workspace, "dependencies") ?? {})) {
    const draft = dependencyOf(path, key, value);
    if (draft === null) continue;
    const { name, constraint = null, localPath, origin } = draft;
    const entry = { name: workspaceEntry(key), package: name, value: constraint };
    collector.define({ ...entry, localPath, origin });
  }
}

const inheritedVersion = "workspace.package.version";

function workspaceEntry(key: string): string {
  return `workspace.dependencies.${key}`;
}

interface Manifest {
  readonly path: string;
  readonly lines: TomlLines;
  readonly collector: ManifestCollector;
  /** By name: where `[patch]` takes a package from instead. */
  readonly patches: ReadonlyMap<string, Omit<DependencyDraft, "scope" | "line">>;
  /** Features, by what they switch on: other features and optional dependencies. */
  readonly features: ReadonlyMap<string, readonly string[]>;
}

/** What is switched on → the features that do so. */
function featuresOf(root: JsonRecord): Manifest["features"] {
  const table = recordField(root, "features") ?? {};
  const by = new Map<string, string[]>();
  for (const feature of Object.keys(table))
    for (const text of stringsOf(field(table, feature)))
      append(by, text.replace(/^dep:/, "").split(/[?/]/, 1)[0] ?? "", feature);
  return by;
}

/** Features by which users take in what only their tests need. */
const forTests =
  /^(?:_?(?:tests?|bench|fuzz|mock)(?:[-_]?(?:utils?|helpers?|support|ing|s))?|testing|dev)$/;

/** Is this optional dependency there for such features alone, however they come to it? */
function isForTests(name: string, { features }: Manifest): boolean {
  const seen = new Set(features.get(name));
  for (const feature of seen) {
    if (!forTests.test(feature)) return false;
    for (const more of features.get(feature) ?? []) seen.add(more);
  }
  return seen.size > 0;
}

/** `[patch.crates-io]`, `[patch."https://…"]`, `[replace]`: no use by themselves, they say where what is used comes from. */
function patchesOf(path: string, root: JsonRecord): Manifest["patches"] {
  const patches = new Map<string, Omit<DependencyDraft, "scope" | "line">>();
  const tables = Object.values(recordField(root, "patch") ?? {});
  for (const table of [...tables, field(root, "replace")])
    for (const [key, value] of Object.entries(asRecord(table) ?? {})) {
      const draft = dependencyOf(path, key.replace(/:.*/s, ""), value);
      const { name, localPath, origin } = draft ?? {};
      if (name !== undefined && (localPath ?? origin) !== undefined && draft !== null)
        patches.set(name, draft);
    }
  return patches;
}

function readPackage(root: JsonRecord, lines: TomlLines, collector: ManifestCollector): void {
  const table = recordField(root, "package") ?? recordField(root, "project");
  const name = table === null ? undefined : stringField(table, "name");
  if (table === null || name === undefined) return;
  const publish = field(table, "publish");
  const isInactive = /^(?:deprecated|as-is)$/.test(
    stringField(recordField(recordField(root, "badges") ?? {}, "maintenance") ?? {}, "status") ??
      "",
  );
  collector.package({
    name,
    kind: kindOfName(name),
    version: versionOf(table),
    isPrivate: publish === false || (Array.isArray(publish) && publish.length === 0),
    description: stringField(table, "description"),
    ...(isInactive ? { deprecated: "badges.maintenance says deprecated or as-is" } : {}),
    line: lines.ofKey("package", "name"),
  });
}

/** `version.workspace = true` takes that of `[workspace.package]`. */
function versionOf(table: JsonRecord): string | null {
  const inherits = field(recordField(table, "version") ?? {}, "workspace") === true;
  return inherits ? `\${${inheritedVersion}}` : (stringField(table, "version") ?? null);
}

function readSections(manifest: Manifest, table: JsonRecord, prefix: string): void {
  for (const [section, scope] of sections) {
    for (const [name, value] of Object.entries(recordField(table, section) ?? {})) {
      const line = manifest.lines.ofKey(prefix + section, name);
      const draft = dependencyOf(manifest.path, name, value);
      if (draft === null) {
        manifest.collector.problem("invalid", `${section}: ${name} has no version or table`, line);
      } else {
        const isOptional = field(asRecord(value) ?? {}, "optional") === true;
        const meant = isOptional && isForTests(name, manifest) ? "test" : scope;
        const where = patched(manifest, draft);
        manifest.collector.dependency({ ...draft, ...where, scope: meant, line });
      }
    }
  }
}

/** Of a dependency from the registry alone: a path or address of its own is left as it is. */
function patched(
  { patches }: Manifest,
  draft: Omit<DependencyDraft, "scope" | "line">,
): Partial<DependencyDraft> {
  const patch = patches.get(draft.name);
  if (patch === undefined || draft.localPath !== undefined || draft.reference !== undefined)
    return {};
  return {
    localPath: patch.localPath,
    origin: patch.origin,
    constraint: patch.constraint ?? draft.constraint ?? null,
  };
}

function dependencyOf(
  path: string,
  name: string,
  value: unknown,
): Omit<DependencyDraft, "scope" | "line"> | null {
  if (typeof value === "string") return { name, constraint: value };
  const table = asRecord(value);
  if (table === null) return null;
  if (field(table, "workspace") === true) return { name, reference: workspaceEntry(name) };
  const local = stringField(table, "path");
  const git = stringField(table, "git");
  const registry = stringField(table, "registry") ?? stringField(table, "registry-index");
  return {
    // `old = { package = "rail" }` is used under another name.
    name: stringField(table, "package") ?? name,
    // A tag is one version, where a version beside it may be many.
    constraint:
      stringField(table, "tag") ??
      stringField(table, "version") ??
      stringField(table, "rev") ??
      null,
    ...(registry === undefined ? {} : { origin: registry.slice(0, 200) }),
    ...(git === undefined ? {} : { origin: gitOrigin(git) }),
    ...(local === undefined ? {} : pathTarget(path, local)),
  };
}
