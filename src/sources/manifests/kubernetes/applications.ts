import { CollectedFacts } from "../collected-facts.ts";
import { parseImageReference, useImage } from "../docker/image-reference.ts";
import { useRepository } from "../git-use.ts";
import { useChart } from "../helm/use-chart.ts";
import { manifestSource } from "../manifest-source.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";
import { knownText, withoutTemplates } from "../without-templates.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";

const likelyPath =
  /argo|appset|flux|gitops|crossplane|tekton|bootstrap|fleet|helm-?(?:release|repo|chart)|(?:git|oci)-?repo|(?:^|[/._-])(?:applications?|apps?|clusters?|releases?|repositor(?:y|ies)|sources?|sync|addons?|infra(?:structure)?)[/._-]/i;
/** Folders of code, which may lie below one called `app`. */
const codePath = /(?:^|\/)(?:src|lib|views|locales|specs?|tests?)\//;
/** Of charts: they are no manifests, and deployments rewrite large ones all day. */
const valuesFile = /^values(?:[-._][\w.-]{1,60})?\.ya?ml$/;
const groups =
  /^apiVersion:[ \t]{0,10}["']?(?:(?:helm|source|kustomize)\.toolkit\.fluxcd\.io|pkg\.crossplane\.io|tekton\.dev|helm\.cattle\.io)\//m;

/** Argo's workflows have the group of its applications. */
const argo = /^apiVersion:[ \t]{0,10}["']?argoproj\.io\//m;

/**
 * What is installed into clusters: charts and folders of Argo CD's applications, sources and releases of Flux, packages of
 * Crossplane, tasks that Tekton takes from git. Only files that name one of these groups are parsed.
 */
export const applicationsSource = manifestSource({
  id: "kubernetes-applications",
  version: 2,
  endings: ["yml", "yaml"],
  matches: (base, path) =>
    base.endsWith("ml") &&
    /\.ya?ml$/.test(base) &&
    !valuesFile.test(base) &&
    likelyPath.test(path) &&
    !codePath.test(path),
  read({ path, text }) {
    if (!groups.test(text) && !(text.includes("repoURL") && argo.test(text))) return {};
    const facts = new CollectedFacts();
    const documents = readYaml(withoutTemplates(text), facts);
    for (const root of documents) {
      const group = root.textAt("apiVersion") ?? "";
      if (group.startsWith("argoproj.io/")) readArgo(facts, root, path);
      else if (group.includes("fluxcd.io/")) readFlux(facts, root, path);
      else if (group.startsWith("pkg.crossplane.io/")) readCrossplane(facts, root);
      else if (group.startsWith("tekton.dev/")) readTekton(facts, root);
      else if (group.startsWith("helm.cattle.io/")) readHelmController(facts, root, path);
    }
    return facts.toFileFacts();
  },
});

/** A source of Argo CD: a chart of a registry, or a folder of a repository. */
function readArgo(facts: CollectedFacts, root: YamlView, path: string): void {
  for (const map of mapsIn(root)) {
    const address = knownText(map.textAt("repoURL"));
    if (address === null) continue;
    const line = map.get("repoURL")?.line ?? map.line;
    const revision = knownText(map.textAt("targetRevision") ?? map.textAt("revision"));
    const constraint = revision === "HEAD" || revision === "" ? null : revision;
    const chart = knownText(map.textAt("chart"));
    if (chart !== null) {
      const repository = address.includes("://") ? address : `oci://${address}`;
      useChart(facts, path, { name: chart, version: constraint, repository, line });
    } else useFolder(facts, address, map.textAt("path"), { line, constraint });
  }
}

function useFolder(
  facts: CollectedFacts,
  address: string,
  folder: string | null,
  use: { readonly line: number; readonly constraint: string | null },
): void {
  const subpath = withoutTrailingSlashes(knownText(folder)?.replace(/^\.?\/+/, "") ?? "");
  const isPlain = /^[\w./-]{1,200}$/.test(subpath) && subpath !== ".";
  useRepository(facts, address, {
    ...use,
    scope: "runtime",
    ...(isPlain ? { subpath } : {}),
  });
}

/** The registry of a chart is told by a `HelmRepository` elsewhere in the repository: see the linking of the model. */
function readFlux(facts: CollectedFacts, root: YamlView, path: string): void {
  const kind = root.textAt("kind");
  const spec = root.get("spec");
  const name = root.textAt("metadata", "name") ?? "";
  const url = knownText(spec?.textAt("url"));
  const line = spec?.get("url")?.line ?? root.line;
  if (kind === "HelmRepository" && url !== null) facts.define(registryOf(name), url);
  else if (kind === "GitRepository" && url !== null)
    useFolder(facts, url, null, { line, constraint: refOf(spec?.get("ref") ?? null) });
  else if (kind === "OCIRepository" && url !== null) {
    const image = parseImageReference(url.replace(/^oci:\/\//, ""));
    const slash = url.lastIndexOf("/");
    if (image !== null && slash > "oci://".length)
      useChart(facts, path, {
        name: url.slice(slash + 1),
        version: refOf(spec?.get("ref") ?? null),
        repository: url.slice(0, slash),
        line,
      });
  } else if (kind === "HelmRelease") readRelease(facts, spec?.get("chart")?.get("spec") ?? null);
  else if (kind === "HelmChart") readRelease(facts, spec ?? null);
}

function readRelease(facts: CollectedFacts, spec: YamlView | null): void {
  const chart = knownText(spec?.textAt("chart"));
  const source = spec?.get("sourceRef") ?? null;
  // From a GitRepository the chart is a folder: its own document says of which repository.
  if (spec === null || chart === null || source?.textAt("kind") !== "HelmRepository") return;
  const registry = `\${${registryOf(source.textAt("name") ?? "")}}`;
  facts.use("helm", chart, {
    scope: "runtime",
    line: spec.get("chart")?.line ?? spec.line,
    constraint: knownText(spec.textAt("version")),
    qualifiers: { repository_url: registry },
  });
}

function registryOf(name: string): string {
  return `helm-repository.${name}`;
}

function refOf(ref: YamlView | null): string | null {
  const written =
    ref?.textAt("tag") ?? ref?.textAt("semver") ?? ref?.textAt("branch") ?? ref?.textAt("commit");
  return knownText(written);
}

function readCrossplane(facts: CollectedFacts, root: YamlView): void {
  const written = root.get("spec")?.get("package") ?? null;
  if (written?.text !== null && written !== null)
    useImage(facts, written.text, { scope: "runtime", line: written.line });
}

/** `resolver: git` with `url`, `revision`; `resolver: bundles` with `bundle`. */
function readTekton(facts: CollectedFacts, root: YamlView): void {
  for (const map of mapsIn(root)) {
    const resolver = map.textAt("resolver");
    if (resolver !== "git" && resolver !== "bundles") continue;
    const parameters = new Map(
      (map.get("params")?.items() ?? []).map((one) => [one.textAt("name"), one.textAt("value")]),
    );
    const address = knownText(parameters.get(resolver === "git" ? "url" : "bundle"));
    if (address === null || address.includes("$(")) continue;
    const use = { scope: "build", line: map.line } as const;
    if (resolver === "bundles") useImage(facts, address, use);
    else
      useRepository(facts, address, {
        ...use,
        constraint: knownText(parameters.get("revision")),
      });
  }
}

/** The Helm controller of k3s and RKE2: `HelmChart`. */
function readHelmController(facts: CollectedFacts, root: YamlView, path: string): void {
  const spec = root.get("spec");
  const chart = knownText(spec?.textAt("chart"));
  if (root.textAt("kind") !== "HelmChart" || chart === null || spec === null) return;
  const isAddress = chart.startsWith("oci://");
  const slash = isAddress ? chart.lastIndexOf("/") : -1;
  useChart(facts, path, {
    name: chart.slice(slash + 1),
    version: knownText(spec.textAt("version")),
    repository: isAddress ? chart.slice(0, slash) : knownText(spec.textAt("repo")),
    line: spec.get("chart")?.line ?? spec.line,
  });
}
