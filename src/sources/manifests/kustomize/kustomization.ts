import { CollectedFacts } from "../collected-facts.ts";
import { parseForgeArchive } from "../forge-archive.ts";
import { useRepository } from "../git-use.ts";
import { useChart } from "../helm/use-chart.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";

const names = new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
const listKeys = [
  "resources",
  "bases",
  "components",
  "crds",
  "generators",
  "transformers",
  "validators",
  "configurations",
] as const;

/** Remote bases, resources and components of a kustomization, and the charts it inflates. Local paths are its own. */
export const kustomizationSource = manifestSource({
  id: "kustomize",
  version: 3,
  endings: ["yml", "yaml", "kustomization"],
  matches: (base) => names.has(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    for (const key of listKeys)
      for (const entry of root?.get(key)?.items() ?? []) {
        const address = entry.text?.replace(/^git::/, "").replace(/\?version=/, "?ref=") ?? "";
        // A document on the web, not in a repository of a forge.
        if (parseForgeArchive(address) === null && /\.ya?ml(?:[?#]|$)/.test(address)) continue;
        useRepository(facts, address, { scope: "build", line: entry.line });
      }
    for (const chart of root?.get("helmCharts")?.items() ?? [])
      useChart(facts, path, {
        name: chart.textAt("name"),
        version: chart.textAt("version"),
        repository: chart.textAt("repo"),
        line: chart.line,
      });
    for (const chart of root?.get("helmChartInflationGenerator")?.items() ?? [])
      useChart(facts, path, {
        name: chart.textAt("chartName"),
        version: chart.textAt("chartVersion"),
        repository: chart.textAt("chartRepoUrl"),
        line: chart.line,
      });
    return facts.toFileFacts();
  },
});
