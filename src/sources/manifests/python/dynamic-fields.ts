import {
  asRecord,
  field,
  type JsonRecord,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { versionReader } from "../version-text.ts";
import {
  requirementsReader,
  takeIn,
  takeInAttribute,
  takeInModule,
  versionElsewhere,
} from "./python-files.ts";
import type { PythonManifest } from "./python-manifest.ts";

/**
 * What `[project] dynamic` leaves to the build backend: lists of requirements in other files, as setuptools and hatch name them.
 */
export function readDynamicLists({ path, collector }: PythonManifest, tool: JsonRecord): void {
  const take = (files: unknown): void => {
    const list = typeof files === "string" ? [files] : stringsOf(files);
    for (const file of list) takeIn(collector, path, file, requirementsReader);
  };
  const dynamic = recordField(recordField(tool, "setuptools") ?? {}, "dynamic") ?? {};
  take(recordField(dynamic, "dependencies")?.["file"]);
  for (const value of Object.values(recordField(dynamic, "optional-dependencies") ?? {}))
    take(asRecord(value)?.["file"]);
  const hooks = recordField(recordField(tool, "hatch") ?? {}, "metadata");
  const hook = recordField(recordField(hooks ?? {}, "hooks") ?? {}, "requirements_txt");
  if (hook === null) return;
  take(field(hook, "files"));
  take(field(hook, "filename"));
  for (const value of Object.values(recordField(hook, "optional-dependencies") ?? {})) take(value);
}

/** The version that stands in a module or a text: setuptools, hatch, pdm, flit. Null where it is told by tags, or nowhere. */
export function dynamicVersion(
  { path, collector }: PythonManifest,
  root: JsonRecord,
  name: string,
): string | null {
  const tool = recordField(root, "tool") ?? {};
  const fromFile = (file: string | undefined): string | null =>
    file !== undefined && takeIn(collector, path, file, versionReader) ? versionElsewhere : null;
  const dynamic = recordField(recordField(tool, "setuptools") ?? {}, "dynamic");
  const setuptools = recordField(dynamic ?? {}, "version");
  if (setuptools !== null) {
    const attribute = stringField(setuptools, "attr");
    if (attribute !== undefined) return takeInAttribute(collector, path, attribute);
    return fromFile(stringField(setuptools, "file") ?? stringsOf(field(setuptools, "file"))[0]);
  }
  for (const backend of ["hatch", "pdm"]) {
    const table = recordField(recordField(tool, backend) ?? {}, "version");
    const file = stringField(table ?? {}, "path");
    if (file !== undefined) return fromFile(file);
  }
  const backend = stringField(recordField(root, "build-system") ?? {}, "build-backend") ?? "";
  if (!backend.startsWith("flit")) return null;
  const module = stringField(recordField(recordField(tool, "flit") ?? {}, "module") ?? {}, "name");
  takeInModule(collector, path, module ?? name.replace(/[-.]+/g, "_"));
  return versionElsewhere;
}
