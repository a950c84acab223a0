import type { Scope } from "#evidence/facts.ts";
import {
  asRecord,
  field,
  type JsonRecord,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName, scopeOfGroup } from "../package-marks.ts";
import { parseTomlManifest, TomlLines } from "../toml-manifest.ts";
import { readPoetry, sourceTarget } from "./poetry.ts";
import { normalName, type PythonManifest } from "./python-manifest.ts";
import { parseRequirement } from "./requirement.ts";

/**
 * pyproject.toml: [project] (PEP 621), [dependency-groups] (PEP 735), [build-system] (PEP 518), and the tables of
 * poetry, uv, pdm and hatch.
 */
export const pyprojectToml = manifestSource({
  id: "python-pyproject",
  version: 2,
  matches: (base) => base === "pyproject.toml",
  read({ path, text }) {
    const collector = new ManifestCollector("pypi");
    const root = parseTomlManifest(text, collector);
    if (root === null) return collector.facts();
    const manifest: PythonManifest = { path, lines: new TomlLines(text), collector };
    const project = recordField(root, "project");
    const tool = recordField(root, "tool") ?? {};
    const sources = sourcesOf(tool);
    const list = (value: unknown, scope: Scope): void => readList(manifest, value, scope, sources);
    if (project !== null) {
      readProject(manifest, project);
      list(field(project, "dependencies"), "runtime");
      for (const [extra, value] of entriesOf(project, "optional-dependencies")) {
        list(value, scopeOfGroup(extra) ?? "runtime");
      }
    }
    const poetry = recordField(tool, "poetry");
    if (poetry !== null) readPoetry(manifest, poetry, project !== null);
    for (const [group, value] of entriesOf(root, "dependency-groups")) {
      list(value, scopeOfGroup(group) ?? "development");
    }
    list(recordField(tool, "uv")?.["dev-dependencies"], "development");
    for (const [group, value] of entriesOf(recordField(tool, "pdm") ?? {}, "dev-dependencies")) {
      list(value, scopeOfGroup(group) ?? "development");
    }
    for (const [name, value] of entriesOf(recordField(tool, "hatch") ?? {}, "envs")) {
      list(asRecord(value)?.["dependencies"], scopeOfGroup(name) ?? "development");
    }
    list(recordField(root, "build-system")?.["requires"], "build");
    const workspace = recordField(recordField(tool, "uv") ?? {}, "workspace") ?? {};
    for (const member of stringsOf(field(workspace, "members"))) collector.workspace(member);
    return collector.facts();
  },
});

function entriesOf(record: JsonRecord, key: string): readonly (readonly [string, unknown])[] {
  return Object.entries(recordField(record, key) ?? {});
}

function readProject({ lines, collector }: PythonManifest, project: JsonRecord): void {
  const name = stringField(project, "name");
  if (name === undefined) return;
  const classifiers = stringsOf(field(project, "classifiers"));
  const inactive = classifiers.find((text) => text === "Development Status :: 7 - Inactive");
  collector.package({
    name,
    kind: kindOfName(name),
    version: stringField(project, "version") ?? null,
    isPrivate: classifiers.some((text) => text.startsWith("Private ::")),
    description: stringField(project, "description"),
    deprecated: inactive,
    line: lines.ofKey("project", "name"),
  });
}

/** `[tool.uv.sources]` by normal name: a path, a workspace member or a git repository instead of the index. */
function sourcesOf(tool: JsonRecord): ReadonlyMap<string, JsonRecord> {
  const sources = new Map<string, JsonRecord>();
  for (const [name, value] of entriesOf(recordField(tool, "uv") ?? {}, "sources")) {
    const table = asRecord(Array.isArray(value) ? value[0] : value);
    if (table !== null) sources.set(normalName(name), table);
  }
  return sources;
}

function readList(
  { path, lines, collector }: PythonManifest,
  value: unknown,
  scope: Scope,
  sources: ReadonlyMap<string, JsonRecord>,
): void {
  for (const text of stringsOf(value)) {
    const line = lines.ofString(text);
    const requirement = parseRequirement(text);
    if (requirement === null) {
      collector.problem("invalid", `not a requirement: ${text}`, line);
      continue;
    }
    const source = sources.get(normalName(requirement.name));
    const target = source === undefined ? {} : sourceTarget(path, source);
    collector.dependency({ ...requirement, ...target, scope, line });
  }
}
