import { CollectedFacts } from "../collected-facts.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

/** Helm charts: the chart itself, and those it depends on (`requirements.yaml` in charts of the first format). */
export const chartSource = manifestSource({
  id: "helm-chart",
  version: 1,
  matches: (base) => base === "Chart.yaml" || base === "requirements.yaml",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    const name = root.get("name");
    if (name !== null && name.text !== null && path.endsWith("Chart.yaml"))
      facts.offer("helm", name.text, {
        kind: "tooling",
        version: root.textAt("version"),
        description: root.textAt("description"),
        line: name.line,
        ...(root.textAt("deprecated") === "true" ? { deprecated: "deprecated: true" } : {}),
      });
    for (const dependency of root.get("dependencies")?.items() ?? [])
      useChart(facts, dependency, path, "repository");
    return facts.toFileFacts();
  },
});

/** `repository`: an address, `oci://…`, `file://…` in this repository, or `@alias` of one the reader has added. */
export function useChart(
  facts: CollectedFacts,
  dependency: YamlView,
  path: string,
  repositoryKey: string,
): void {
  const name = dependency.textAt("name");
  if (name === null) return;
  const repository = withoutTrailingSlashes(dependency.textAt(repositoryKey)?.trim() ?? "");
  const common = {
    scope: "runtime",
    line: dependency.line,
    constraint: dependency.textAt("version"),
  } as const;
  if (repository === "" || repository.startsWith("@") || repository.startsWith("alias:"))
    facts.use("helm", name, { ...common, ...(repository === "" ? {} : { origin: repository }) });
  else if (repository.startsWith("file://"))
    facts.use("helm", name, { ...common, ...pathTarget(path, repository.slice("file://".length)) });
  else
    facts.use("helm", name, {
      ...common,
      qualifiers: { repository_url: withoutUser(repository) },
      origin: withoutUser(repository),
    });
}

/** Addresses may carry a password. */
function withoutUser(address: string): string {
  return address.replace(/^([a-z]{1,10}:\/\/)[^/@]{0,300}@/i, "$1").slice(0, 300);
}
