import { CollectedFacts } from "../collected-facts.ts";
import { useImage } from "../docker/image-reference.ts";
import { useGithub, useRepository } from "../git-use.ts";
import { useChart } from "../helm/use-chart.ts";
import { baseName } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

const names = new Set(["vendir.yml", "vendir.yaml", "jsonnetfile.json", "west.yml", "west.yaml"]);

/** Files of other repositories that tools copy in: vendir, Jsonnet's bundler, West (Zephyr), git-subrepo. */
export const vendoredSourcesSource = manifestSource({
  id: "vendored-sources",
  version: 1,
  endings: ["yml", "yaml", "json", "gitrepo"],
  matches: (base) => names.has(base) || base === ".gitrepo",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const base = baseName(path);
    if (base === ".gitrepo") readSubrepo(facts, text);
    else
      for (const root of readYaml(text, facts)) {
        if (base.startsWith("vendir")) readVendir(facts, root, path);
        else if (base.startsWith("west")) readWest(facts, root);
        else readJsonnet(facts, root);
      }
    return facts.toFileFacts();
  },
});

/** `.gitrepo` is written by git-subrepo, in the form of git's configuration. */
function readSubrepo(facts: CollectedFacts, text: string): void {
  const values = new Map<string, { readonly value: string; readonly line: number }>();
  for (const [index, line] of text.split("\n").entries()) {
    const [, key, value] =
      /^\s{0,20}(remote|branch|commit)\s{0,10}=\s{0,10}(\S{1,500})/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key, { value, line: index + 1 });
  }
  const remote = values.get("remote");
  if (remote === undefined) return;
  const constraint = values.get("commit")?.value ?? values.get("branch")?.value ?? null;
  const use = { scope: "build", line: remote.line, constraint } as const;
  if (remote.value !== "none" && !useRepository(facts, remote.value, use))
    facts.problem("unsupported", "subrepo with an address that is no URL", remote.line);
}

function readVendir(facts: CollectedFacts, root: YamlView, path: string): void {
  const contents = (root.get("directories")?.items() ?? []).flatMap(
    (directory) => directory.get("contents")?.items() ?? [],
  );
  for (const content of contents) {
    const git = content.get("git");
    if (git !== null) useGit(facts, git, "url", git.textAt("ref"));
    const release = content.get("githubRelease");
    const slug = release?.textAt("slug") ?? null;
    if (release !== null && slug !== null)
      useGithub(facts, slug, {
        scope: "build",
        line: release.line,
        constraint: release.textAt("tag"),
      });
    const chart = content.get("helmChart");
    if (chart !== null)
      useChart(facts, path, {
        name: chart.textAt("name"),
        version: chart.textAt("version"),
        repository: chart.textAt("repository", "url"),
        line: chart.line,
      });
    const image = content.get("image") ?? content.get("imgpkgBundle");
    const name = image?.get("url") ?? image?.get("image") ?? null;
    if (name?.text !== null && name !== null)
      useImage(facts, name.text, { scope: "build", line: name.line });
  }
}

function useGit(facts: CollectedFacts, source: YamlView, key: string, ref: string | null): void {
  const address = source.get(key);
  if (address?.text === null || address === null) return;
  const constraint = ref?.replace(/^(?:origin|refs\/(?:heads|tags))\//, "") ?? null;
  const use = { scope: "build", line: address.line, constraint } as const;
  if (!useRepository(facts, address.text, use))
    facts.problem(
      "unsupported",
      `no address of a repository: ${address.text.slice(0, 80)}`,
      address.line,
    );
}

function readJsonnet(facts: CollectedFacts, root: YamlView): void {
  for (const dependency of root.get("dependencies")?.items() ?? []) {
    const git = dependency.get("source")?.get("git") ?? null;
    if (git !== null) useGit(facts, git, "remote", dependency.textAt("version"));
  }
}

/** `projects` of `remotes`; without `repo-path` a project's repository is called as it is. */
function readWest(facts: CollectedFacts, root: YamlView): void {
  const manifest = root.get("manifest");
  const bases = new Map(
    (manifest?.get("remotes")?.items() ?? []).map(
      (remote) => [remote.textAt("name") ?? "", remote.textAt("url-base") ?? ""] as const,
    ),
  );
  for (const project of manifest?.get("projects")?.items() ?? []) {
    const name = project.textAt("name");
    const base = bases.get(
      project.textAt("remote") ?? manifest?.textAt("defaults", "remote") ?? "",
    );
    const address =
      project.textAt("url") ??
      (base === undefined ? null : `${base}/${project.textAt("repo-path") ?? name ?? ""}`);
    const constraint =
      project.textAt("revision") ?? manifest?.textAt("defaults", "revision") ?? null;
    const use = { scope: "build", line: project.line, constraint } as const;
    if (address === null || !useRepository(facts, address, use))
      facts.problem("unsupported", `project ${name ?? ""} without an address`, project.line);
  }
}
