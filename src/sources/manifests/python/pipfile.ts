import { recordField } from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { scopeOfGroup } from "../package-marks.ts";
import { parseTomlManifest, TomlLines } from "../toml-manifest.ts";
import { readPackageTable } from "./poetry.ts";

/** Not package tables. */
const others = new Set(["source", "requires", "scripts", "pipenv"]);

/** Pipfile: https://pipenv.pypa.io/en/latest/pipfile.html. Further tables are categories of packages. */
export const pipfile = manifestSource({
  id: "python-pipfile",
  version: 1,
  endings: ["pipfile"],
  matches: (base) => base === "Pipfile",
  read({ path, text }) {
    const collector = new ManifestCollector("pypi");
    const root = parseTomlManifest(text, collector);
    if (root === null) return collector.facts();
    const manifest = { path, lines: new TomlLines(text), collector };
    for (const table of Object.keys(root)) {
      if (others.has(table)) continue;
      const isRuntime = table === "packages";
      const scope = isRuntime ? "runtime" : (scopeOfGroup(table) ?? "runtime");
      readPackageTable(manifest, recordField(root, table), table, scope);
    }
    return collector.facts();
  },
});
