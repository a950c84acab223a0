import type { Scope } from "#evidence/facts.ts";
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
import { gitOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import { parseTomlManifest, TomlLines } from "../toml-manifest.ts";

const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["dependencies", "runtime"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
  ["dev-dependencies", "development"],
  ["dev_dependencies", "development"],
];

/**
 * Cargo.toml: https://doc.rust-lang.org/cargo/reference/manifest.html. `[workspace.dependencies]` is no use by itself:
 * a member that says `workspace = true` uses it, without a constraint of its own (the lock file has the version).
 */
export const cargoToml = manifestSource({
  id: "rust-cargo-toml",
  version: 2,
  matches: (base) => base === "Cargo.toml",
  read({ path, text }) {
    const collector = new ManifestCollector("cargo");
    const root = parseTomlManifest(text, collector);
    if (root === null) return collector.facts();
    const lines = new TomlLines(text);
    readPackage(root, lines, collector);
    const read: Manifest = { path, lines, collector };
    readSections(read, root, "");
    for (const [target, value] of Object.entries(recordField(root, "target") ?? {})) {
      const table = asRecord(value);
      if (table !== null) readSections(read, table, `target.${target.replace(/["'\s]/g, "")}.`);
    }
    for (const member of stringsOf(recordField(root, "workspace")?.["members"])) {
      collector.workspace(member);
    }
    return collector.facts();
  },
});

interface Manifest {
  readonly path: string;
  readonly lines: TomlLines;
  readonly collector: ManifestCollector;
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
    version: stringField(table, "version") ?? null,
    isPrivate: publish === false || (Array.isArray(publish) && publish.length === 0),
    description: stringField(table, "description"),
    ...(isInactive ? { deprecated: "badges.maintenance says deprecated or as-is" } : {}),
    line: lines.ofKey("package", "name"),
  });
}

function readSections(manifest: Manifest, table: JsonRecord, prefix: string): void {
  for (const [section, scope] of sections) {
    for (const [name, value] of Object.entries(recordField(table, section) ?? {})) {
      const line = manifest.lines.ofKey(prefix + section, name);
      const draft = dependencyOf(manifest.path, name, value);
      if (draft === null) {
        manifest.collector.problem("invalid", `${section}: ${name} has no version or table`, line);
      } else manifest.collector.dependency({ ...draft, scope, line });
    }
  }
}

function dependencyOf(
  path: string,
  name: string,
  value: unknown,
): Omit<DependencyDraft, "scope" | "line"> | null {
  if (typeof value === "string") return { name, constraint: value };
  const table = asRecord(value);
  if (table === null) return null;
  const local = stringField(table, "path");
  const git = stringField(table, "git");
  const registry = stringField(table, "registry") ?? stringField(table, "registry-index");
  return {
    // `old = { package = "rail" }` is used under another name.
    name: stringField(table, "package") ?? name,
    constraint: stringField(table, "version") ?? null,
    ...(registry === undefined ? {} : { origin: registry.slice(0, 200) }),
    ...(git === undefined ? {} : { origin: gitOrigin(git) }),
    ...(local === undefined ? {} : pathTarget(path, local)),
  };
}
