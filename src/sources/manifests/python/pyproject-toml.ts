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
import { namedReadme } from "../named-readme.ts";
import { kindOfName, scopeOfGroup } from "../package-marks.ts";
import { parseTomlManifest, TomlLines } from "../toml-manifest.ts";
import { pathTarget, type PathTarget } from "../manifest-path.ts";
import { dynamicVersion, readDynamicLists } from "./dynamic-fields.ts";
import { readPoetry, sourceRevision, sourceTarget } from "./poetry.ts";
import { normalName, type PythonManifest } from "./python-manifest.ts";
import { eggName, parseRequirement } from "./requirement.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/**
 * pyproject.toml: [project] (PEP 621), [dependency-groups] (PEP 735), [build-system] (PEP 518), and the tables of
 * poetry, uv, pdm and hatch.
 */
export const pyprojectToml = manifestSource({
  id: "python-pyproject",
  version: 3,
  endings: ["toml"],
  matches: (base) => base === "pyproject.toml",
  read({ path, text }) {
    const collector = new ManifestCollector("pypi");
    const root = parseTomlManifest(text, collector);
    if (root === null) return collector.facts();
    const manifest: PythonManifest = { path, lines: new TomlLines(text), collector };
    const project = recordField(root, "project");
    const tool = recordField(root, "tool") ?? {};
    const sources = pythonSources(tool);
    const list = (value: unknown, scope: Scope): void =>
      readPythonList(manifest, value, scope, sources);
    const readme = field(project ?? recordField(tool, "poetry") ?? {}, "readme");
    const file = typeof readme === "string" ? readme : stringField(asRecord(readme) ?? {}, "file");
    for (const one of namedReadme(path, file)) collector.define(one);
    if (project !== null) {
      readProject(manifest, root, project);
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
    readDynamicLists(manifest, tool);
    list(recordField(tool, "uv")?.["dev-dependencies"], "development");
    for (const [group, value] of entriesOf(recordField(tool, "pdm") ?? {}, "dev-dependencies")) {
      list(value, scopeOfGroup(group) ?? "development");
    }
    for (const [name, value] of entriesOf(recordField(tool, "hatch") ?? {}, "envs")) {
      const scope = scopeOfGroup(name) ?? "development";
      list(asRecord(value)?.["dependencies"], scope);
      list(asRecord(value)?.["extra-dependencies"], scope);
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

function readProject(manifest: PythonManifest, root: JsonRecord, project: JsonRecord): void {
  const { lines, collector } = manifest;
  const name = stringField(project, "name");
  if (name === undefined) return;
  const classifiers = stringsOf(field(project, "classifiers"));
  const inactive = classifiers.find((text) => text === "Development Status :: 7 - Inactive");
  collector.package({
    name,
    kind: kindOfName(name),
    version: stringField(project, "version") ?? dynamicVersion(manifest, root, name),
    isPrivate: classifiers.some((text) => text.startsWith("Private ::")),
    description: stringField(project, "description"),
    deprecated: inactive,
    line: lines.ofKey("project", "name"),
  });
}

/** By normal name: a path, a workspace member or a git repository instead of the index, after uv and (beside [project]) poetry. */
export function pythonSources(tool: JsonRecord): ReadonlyMap<string, JsonRecord> {
  const sources = new Map<string, JsonRecord>();
  const poetry = recordField(tool, "poetry") ?? {};
  const groups = Object.values(recordField(poetry, "group") ?? {}).flatMap(
    (group): JsonRecord[] => {
      const table = asRecord(group);
      return table === null ? [] : [table];
    },
  );
  for (const [name, value] of [poetry, ...groups].flatMap((one) => entriesOf(one, "dependencies")))
    addSource(sources, name, value);
  for (const [name, value] of entriesOf(recordField(tool, "uv") ?? {}, "sources"))
    addSource(sources, name, value);
  return sources;
}

function addSource(sources: Map<string, JsonRecord>, name: string, value: unknown): void {
  const table = asRecord(Array.isArray(value) ? value[0] : value);
  if (table !== null) sources.set(normalName(name), table);
}

/** A list of requirements, each with the place that a table of sources names for it. */
export function readPythonList(
  { path, lines, collector }: PythonManifest,
  value: unknown,
  scope: Scope,
  sources: ReadonlyMap<string, JsonRecord>,
): void {
  for (const text of stringsOf(value)) {
    const line = lines.ofString(text);
    if (/^(?:-e\s|file:)/.test(text)) {
      readEditable(path, text, scope, line, collector);
      continue;
    }
    const requirement = parseRequirement(text);
    if (requirement === null) {
      collector.problem("invalid", `not a requirement: ${text}`, line);
      continue;
    }
    const source = sources.get(normalName(requirement.name));
    const target = source === undefined ? ownTarget(path, text) : sourceTarget(path, source);
    const constraint =
      requirement.constraint ?? (source === undefined ? null : sourceRevision(source));
    collector.dependency({ ...requirement, constraint, ...target, scope, line });
  }
}

/** `rail @ file:///${PROJECT_ROOT}/../rail`, `rail @ {root:uri}/../rail`: a folder of the repository, as pdm and hatch write it. */
function ownTarget(path: string, text: string): Partial<PathTarget> {
  const place =
    /@\s{0,20}(?:file:\/{0,3})?(?:\$\{PROJECT_ROOT\}|\{root(?::uri)?\})\/([^\s;#]{1,300})/.exec(
      text,
    )?.[1];
  return place === undefined ? {} : pathTarget(path, place);
}

/** pdm's development dependencies: `-e file:///${PROJECT_ROOT}/rail#egg=rail`. */
function readEditable(
  path: string,
  text: string,
  scope: Scope,
  line: number | null,
  collector: ManifestCollector,
): void {
  const name = eggName(text);
  if (name === null) {
    collector.problem("unsupported", `no package is named: ${text}`, line);
    return;
  }
  collector.dependency({ name, scope, line, ...ownTarget(path, text.replace(/^-e\s{0,20}/, "@")) });
}
