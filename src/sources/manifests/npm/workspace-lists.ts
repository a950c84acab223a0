import { parseDocument } from "yaml";
import { asRecord, field, parseJsonManifest, stringsOf } from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { readCatalogs } from "./catalogs.ts";
import { deepestNesting, nestsTooDeeply } from "#evidence/nesting.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { manifestSource } from "../manifest-source.ts";

const sizeLimit = 50_000;

/** Members and catalogs of a monorepo outside package.json: pnpm-workspace.yaml, lerna.json, and catalogs of .yarnrc.yml. */
export const npmWorkspaceLists = manifestSource({
  id: "npm-workspace-list",
  version: 2,
  endings: ["yml", "yaml", "json"],
  matches: (base) =>
    base === "pnpm-workspace.yaml" || base === "lerna.json" || base === ".yarnrc.yml",
  read({ path, text }) {
    const collector = new ManifestCollector("npm");
    const root = path.endsWith(".json")
      ? parseJsonManifest(text, collector)
      : parseYaml(text, collector);
    if (root === null) return collector.facts();
    for (const glob of stringsOf(field(root, "packages"))) collector.workspace(glob);
    readCatalogs(path, root, collector);
    return collector.facts();
  },
});

function parseYaml(text: string, collector: ManifestCollector): ReturnType<typeof asRecord> {
  // Real lists are a few lines; the parser's recursion makes hostile nesting slow.
  if (text.length > sizeLimit) {
    collector.problem("too-large", `more than ${sizeLimit} characters`);
    return null;
  }
  if (nestsTooDeeply(text)) {
    collector.problem("unsupported", `nested more than ${String(deepestNesting)} levels deep`);
    return null;
  }
  const document = parseDocument(text, { logLevel: "silent" });
  const error = document.errors[0];
  if (error !== undefined) {
    collector.problem("invalid", withoutQuotes(error.message), error.linePos?.[0].line);
    return null;
  }
  return asRecord(document.toJS({ maxAliasCount: 20 }));
}
