import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";
import { defineRegistry } from "./published-charts.ts";
import { useChart } from "./use-chart.ts";

/** Helm charts: the chart itself, and those it depends on (`requirements.yaml` in charts of the first format). */
export const chartSource = manifestSource({
  id: "helm-chart",
  version: 2,
  endings: ["yml", "yaml"],
  matches: (base) => /^(?:Chart\.ya?ml|requirements\.yaml|cr\.ya?ml)$/.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    if (/(?:^|\/)cr\.ya?ml$/.test(path)) {
      // Configuration of chart-releaser.
      defineRegistry(facts, root.textAt("charts-repo-url") ?? root.textAt("charts-repo") ?? "");
      return facts.toFileFacts();
    }
    const name = root.get("name");
    if (name !== null && name.text !== null && !path.endsWith("requirements.yaml"))
      facts.offer("helm", name.text, {
        kind: "tooling",
        version: root.textAt("version"),
        description: root.textAt("description"),
        line: name.line,
        ...(root.textAt("deprecated") === "true" ? { deprecated: "deprecated: true" } : {}),
      });
    for (const dependency of root.get("dependencies")?.items() ?? [])
      useChart(facts, path, {
        name: dependency.textAt("name"),
        version: dependency.textAt("version"),
        repository: dependency.textAt("repository"),
        line: dependency.line,
      });
    return facts.toFileFacts();
  },
});
