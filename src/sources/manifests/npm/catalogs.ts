import { asRecord, field, type JsonRecord } from "../json-manifest.ts";
import type { ManifestCollector } from "../manifest-collector.ts";
import { catalogEntry, readNpmSpecifier } from "./npm-specifier.ts";

/**
 * `catalog` and `catalogs` of pnpm-workspace.yaml, .yarnrc.yml and (Bun) package.json: packages and versions that members
 * take up as `catalog:` or `catalog:NAME`. An entry may be any specifier: an alias, a git address.
 */
export function readCatalogs(path: string, root: JsonRecord, collector: ManifestCollector): void {
  readCatalog(path, "default", field(root, "catalog"), collector);
  for (const [name, entries] of Object.entries(asRecord(field(root, "catalogs")) ?? {}))
    readCatalog(path, name, entries, collector);
}

function readCatalog(
  path: string,
  catalog: string,
  entries: unknown,
  collector: ManifestCollector,
): void {
  for (const [key, specifier] of Object.entries(asRecord(entries) ?? {})) {
    // YAML reads `3.0` as a number; its text is lost, but the package is not.
    const text = typeof specifier === "number" ? String(specifier) : specifier;
    if (typeof text !== "string") {
      collector.problem("invalid", `catalog ${catalog}: ${key} has no version text`);
      continue;
    }
    const { name, constraint, localPath, origin } = readNpmSpecifier(path, key, text);
    const entry = { name: catalogEntry(catalog, key), value: constraint, localPath, origin };
    collector.define({ ...entry, package: name });
  }
}
