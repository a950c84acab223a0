import { LineCounter } from "yaml";
import { asRecord, field, parseJsonManifest, stringsOf } from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { readCatalogs } from "./catalogs.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { composeYaml, UnboundedYaml } from "#sources/yaml-library.ts";
import { manifestSource } from "../manifest-source.ts";

const sizeLimit = 50_000;

/** Members and catalogs of a monorepo outside package.json: pnpm-workspace.yaml, lerna.json, and catalogs of .yarnrc.yml. */
export const npmWorkspaceLists = manifestSource({
  id: "npm-workspace-list",
  version: 3,
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
  const lineCounter = new LineCounter();
  try {
    const [document, second] = composeYaml(text, { lineCounter, uniqueKeys: true });
    const error = document?.errors[0];
    if (error !== undefined) {
      const { line } = lineCounter.linePos(error.pos[0]);
      collector.problem("invalid", withoutQuotes(error.message), line);
      return null;
    }
    if (second !== undefined) collector.problem("invalid", "more than one YAML document");
    return asRecord(document?.toJS({ maxAliasCount: 20 }));
  } catch (error) {
    if (!(error instanceof UnboundedYaml)) throw error;
    collector.problem("unsupported", error.message);
    return null;
  }
}
