import {
  asRecord,
  field,
  type JsonRecord,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { pathTarget, type PathTarget } from "../manifest-path.ts";
import { gitOrigin, registryHost } from "../origin.ts";
import { kindOfName, scopeOfGroup } from "../package-marks.ts";
import { normalName, type PythonManifest } from "./python-manifest.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** [tool.poetry]: https://python-poetry.org/docs/pyproject/. `isNamed`: [project] already named the package. */
export function readPoetry(manifest: PythonManifest, poetry: JsonRecord, isNamed: boolean): void {
  const name = stringField(poetry, "name");
  if (name !== undefined && !isNamed) {
    manifest.collector.package({
      name,
      kind: kindOfName(name),
      version: stringField(poetry, "version") ?? null,
      isPrivate:
        field(poetry, "package-mode") === false ||
        stringsOf(field(poetry, "classifiers")).some((text) => text.startsWith("Private ::")),
      description: stringField(poetry, "description"),
      line: manifest.lines.ofKey("tool.poetry", "name"),
    });
  }
  const read = (table: JsonRecord, key: string, prefix: string, scope: Scope): void =>
    readPackageTable(manifest, recordField(table, key), prefix + key, scope);
  read(poetry, "dependencies", "tool.poetry.", "runtime");
  read(poetry, "dev-dependencies", "tool.poetry.", "development");
  for (const [group, value] of Object.entries(recordField(poetry, "group") ?? {})) {
    const scope = scopeOfGroup(group) ?? (group === "main" ? "runtime" : "development");
    read(asRecord(value) ?? {}, "dependencies", `tool.poetry.group.${group}.`, scope);
  }
}

/** `name = "^1"` or `name = { version, git, path, … }`, as poetry and Pipfile write them; several by marker are one. */
export function readPackageTable(
  { path, lines, collector }: PythonManifest,
  table: JsonRecord | null,
  tableName: string,
  scope: Scope,
): void {
  for (const [name, value] of Object.entries(table ?? {})) {
    if (normalName(name) === "python") continue;
    const line = lines.ofKey(tableName, name);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const detail = asRecord(first);
    if (typeof first === "string") collector.dependency({ name, constraint: first, scope, line });
    else if (detail === null) collector.problem("invalid", `${name} has no version or table`, line);
    else {
      const constraint = stringField(detail, "version") ?? sourceRevision(detail);
      collector.dependency({ name, constraint, scope, line, ...sourceTarget(path, detail) });
    }
  }
}

/** The tag or commit of a git dependency; what holds no digit is a branch, and no version. */
export function sourceRevision(detail: JsonRecord): string | null {
  const found = ["tag", "ref", "rev"].map((key) => stringField(detail, key));
  return found.find((one) => one !== undefined && /\d/.test(one)) ?? null;
}

/** `path`, `workspace`, `git` or `url` of a dependency's table. */
export function sourceTarget(path: string, detail: JsonRecord): Partial<PathTarget> {
  const local = stringField(detail, "path");
  if (local !== undefined) return pathTarget(path, local);
  if (field(detail, "workspace") === true) return { localPath: "workspace:" };
  const remote = stringField(detail, "git") ?? stringField(detail, "url");
  if (remote !== undefined) return { origin: gitOrigin(remote) };
  const index = stringField(detail, "index") ?? stringField(detail, "source");
  return index === undefined ? {} : { origin: registryHost(index) ?? index.slice(0, 100) };
}
