import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";
import { versionBeside } from "../pinned-version.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

const config = /^\.pre-commit-config\.ya?ml$/;
const hooks = /^\.pre-commit-hooks\.ya?ml$/;
const lefthook = /^\.?lefthook(?:-local)?\.ya?ml$/;

/** Hooks of pre-commit and lefthook from other repositories; `.pre-commit-hooks.yaml` offers those of this one. */
export const preCommit = manifestSource({
  id: "pre-commit",
  version: 2,
  endings: ["yml", "yaml"],
  matches: (base) => config.test(base) || hooks.test(base) || lefthook.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const base = path.slice(path.lastIndexOf("/") + 1);
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    if (hooks.test(base)) offerHooks(facts, root);
    for (const entry of root.get("repos")?.items() ?? []) useHooks(facts, entry, "repo", "rev");
    const remotes = [
      ...(root.get("remotes")?.items() ?? []),
      ...(root.get("remote")?.itemsOrSelf() ?? []),
    ];
    for (const entry of remotes) useHooks(facts, entry, "git_url", "ref");
    return facts.toFileFacts();
  },
});

function offerHooks(facts: CollectedFacts, root: YamlView): void {
  const ids = root.items().flatMap((hook) => hook.textAt("id") ?? []);
  if (ids.length === 0) return;
  facts.offer("github", `${ownOwner}/${ownRepository}`, {
    kind: "tooling",
    line: root.line,
    description: `pre-commit hooks: ${ids.join(", ")}`,
  });
}

/** `local` and `meta` are pre-commit's own words for hooks without a repository. */
function useHooks(
  facts: CollectedFacts,
  entry: YamlView,
  addressKey: string,
  refKey: string,
): void {
  const address = entry.textAt(addressKey);
  if (address === null || address === "local" || address === "meta" || address === "builtin")
    return;
  const ref = entry.get(refKey);
  const constraint = versionBeside(ref?.text ?? null, ref?.comment ?? null);
  const line = entry.get(addressKey)?.line ?? entry.line;
  if (!useRepository(facts, address, { scope: "development", line, constraint }))
    facts.problem("unsupported", `hooks from ${address.slice(0, 80)}`, line);
}
