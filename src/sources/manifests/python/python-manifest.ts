import type { ManifestCollector } from "../manifest-collector.ts";
import type { TomlLines } from "../toml-manifest.ts";

/** What the readers of a Python TOML manifest's tables share. */
export interface PythonManifest {
  readonly path: string;
  readonly lines: TomlLines;
  readonly collector: ManifestCollector;
}

/** Names that are equal after PEP 503. */
export function normalName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}
