import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { parseGitLocation } from "../git-location.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";

/** Hooks that run before a commit, https://pre-commit.com: repositories that a configuration takes them from, and one that offers some. */
export const preCommit = manifestSource({
  id: "pre-commit",
  version: 1,
  matches: (base) => /^\.pre-commit-(?:config|hooks)\.ya?ml$/.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    if (path.includes(".pre-commit-hooks.")) {
      if (root !== undefined)
        facts.offer("github", `${ownOwner}/${ownRepository}`, { kind: "tooling", line: 1 });
      return facts.toFileFacts();
    }
    for (const item of root?.get("repos")?.items() ?? []) {
      const address = item.textAt("repo");
      const location = address === null ? null : parseGitLocation(address);
      if (location === null) continue;
      const { type, name, ...parts } = location;
      const constraint = item.textAt("rev");
      facts.use(type, name, { ...parts, scope: "development", line: item.line, constraint });
    }
    return facts.toFileFacts();
  },
});
