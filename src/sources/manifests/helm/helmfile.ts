import { CollectedFacts } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { knownText, withoutTemplates } from "../without-templates.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { useChart } from "./use-chart.ts";

const reader = "helmfile";
const named = /^\.?helmfile[\w.-]{0,80}\.ya?ml(?:\.gotmpl)?$/;
const folder =
  /(?:^|\/)(?:helmfile(?:\.d|s)?|clusters|releases)\/[^\s]{1,200}\.ya?ml(?:\.gotmpl)?$/;

/** Helmfile: charts of releases from their repositories, helmfiles of other repositories; templated files as far as they are plain. */
export const helmfileSource = manifestSource({
  id: reader,
  version: 2,
  matches: (base, path) => /m(?:l|pl)$/.test(base) && (named.test(base) || folder.test(path)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (!/^(?:releases|repositories|helmfiles|bases):/m.test(text)) return {};
    const documents = readYaml(withoutTemplates(text), facts);
    const repositories = new Map<string, string>();
    for (const root of documents)
      for (const repository of root.get("repositories")?.items() ?? []) {
        const name = repository.textAt("name");
        const url = knownText(repository.textAt("url"));
        if (name === null || url === null) continue;
        const isOci = repository.textAt("oci") === "true" && !url.includes("://");
        repositories.set(name, isOci ? `oci://${url}` : url);
      }
    for (const root of documents) {
      for (const release of root.get("releases")?.items() ?? [])
        readRelease(facts, release, path, repositories);
      for (const other of root.get("helmfiles")?.items() ?? [])
        useHelmfile(facts, other.text ?? other.textAt("path") ?? "", path, other.line);
      for (const base of root.get("bases")?.items() ?? [])
        useHelmfile(facts, base.text ?? "", path, base.line);
    }
    return facts.toFileFacts();
  },
});

function readRelease(
  facts: CollectedFacts,
  release: YamlView,
  path: string,
  repositories: ReadonlyMap<string, string>,
): void {
  const chart = knownText(release.textAt("chart"));
  const line = release.get("chart")?.line ?? release.line;
  const version = knownText(release.textAt("version"));
  for (const dependency of release.get("dependencies")?.items() ?? [])
    readRelease(facts, dependency, path, repositories);
  if (chart === null) return;
  if (/^(?:git::|git@|https?:\/\/|ssh:)/.test(chart)) {
    if (!useRepository(facts, fromGit(chart), { scope: "runtime", line, constraint: version }))
      facts.problem("unsupported", `chart from ${chart.slice(0, 80)}`, line);
    return;
  }
  if (/^\.{0,2}\//.test(chart)) {
    const name = chart.slice(chart.lastIndexOf("/") + 1);
    if (/\w/.test(name))
      facts.use("helm", name, { scope: "runtime", line, ...pathTarget(path, chart) });
    return;
  }
  const isAddress = chart.startsWith("oci://");
  const slash = isAddress ? chart.lastIndexOf("/") : chart.indexOf("/");
  const alias = chart.slice(0, Math.max(0, slash));
  useChart(facts, path, {
    name: chart.slice(slash + 1),
    version,
    repository: isAddress
      ? alias
      : (repositories.get(alias) ?? (alias === "" ? null : `@${alias}`)),
    line,
  });
}

function useHelmfile(facts: CollectedFacts, written: string, path: string, line: number): void {
  const target = knownText(written);
  if (target === null || target === "") return;
  if (/^(?:git::|https?:|ssh:|git@)/.test(target)) {
    if (!useRepository(facts, fromGit(target), { scope: "build", line }))
      facts.problem("unsupported", `helmfile from ${target.slice(0, 80)}`, line);
    return;
  }
  const local = pathTarget(path, target);
  if ("localPath" in local && /\.ya?ml(?:\.gotmpl)?$/.test(local.localPath))
    facts.include(local.localPath, reader);
}

/** `git::https://github.com/acme/charts.git@charts/rail?ref=v1`: after `@` the folder. */
function fromGit(written: string): string {
  const address = written.replace(/^git::/, "");
  const start = address.indexOf("://") + 3;
  const marker = address.indexOf("@", Math.max(start, address.indexOf("/", start)));
  if (marker === -1 || start < 3) return address;
  return `${address.slice(0, marker)}//${address.slice(marker + 1)}`;
}
