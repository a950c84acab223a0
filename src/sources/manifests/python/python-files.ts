import type { ManifestCollector } from "../manifest-collector.ts";
import { folderOf, pathTarget } from "../manifest-path.ts";
import { versionReader } from "../version-text.ts";

/** Ids of the readers of files that manifests name for their requirements and constraints. */
export const requirementsReader = "python-requirements";
export const constraintsReader = "python-constraints";

/** What stands for a version that a file taken in says. */
export const versionElsewhere = "${version}";

/** Takes in a file of requirements, constraints or a version, by its path from the manifest's folder; false where it lies outside. */
export function takeIn(
  collector: ManifestCollector,
  manifestPath: string,
  written: string,
  reader: string,
): boolean {
  const target = pathTarget(manifestPath, written.trim());
  if (!("localPath" in target)) return false;
  collector.include(target.localPath, reader);
  return true;
}

/** `rail.version.VERSION` of setuptools' `attr`: the files in which the module may lie, and what stands for its value. */
export function takeInAttribute(
  collector: ManifestCollector,
  manifestPath: string,
  attribute: string,
): string | null {
  if (!/^[\w.]{1,200}$/.test(attribute)) return null;
  const parts = attribute.split(".").filter((part) => part !== "");
  const name = parts.pop();
  if (name === undefined) return null;
  takeInModule(collector, manifestPath, parts.join("/"));
  return `\${version:${name}}`;
}

/** A module may lie beside the manifest or below `src`, as a file or as a package. */
export function takeInModule(
  collector: ManifestCollector,
  manifestPath: string,
  module: string,
): void {
  const folder = folderOf(manifestPath);
  const places = module === "" ? ["__init__.py"] : [`${module}/__init__.py`, `${module}.py`];
  for (const below of ["", "src/"])
    for (const place of places) {
      const path = `${below}${place}`;
      collector.include(folder === "" ? path : `${folder}/${path}`, versionReader);
    }
}
