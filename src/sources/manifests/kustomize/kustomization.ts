import { useChart } from "../helm/chart.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { parseGitLocation } from "../git-location.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";

const names = new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
const listKeys = ["resources", "bases", "components", "crds"] as const;

/** Remote bases, resources and components of a kustomization, and the charts it inflates. Local paths are its own. */
export const kustomizationSource = manifestSource({
  id: "kustomize",
  version: 2,
  matches: (base) => names.has(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    for (const key of listKeys)
      for (const entry of root?.get(key)?.items() ?? []) {
        const location = parseGitLocation(entry.text ?? "");
        if (location === null) continue;
        const { type, name, ...parts } = location;
        facts.use(type, name, { ...parts, scope: "build", line: entry.line });
      }
    for (const chart of root?.get("helmCharts")?.items() ?? [])
      useChart(facts, chart, path, "repo");
    return facts.toFileFacts();
  },
});
