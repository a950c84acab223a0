import { CollectedFacts } from "../collected-facts.ts";
import { useGithub, useRepository } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";
import { rubyCalls, type RubyCall } from "../ruby-calls.ts";
import { readYaml } from "../yaml-view.ts";

const qualifiers = { type: "puppet-module" } as const;
const modules = new Set(["mod"]);
const looksLikeModule =
  /"(?:operatingsystem_support|pdk-version)"|"name"\s{0,10}:\s{0,10}"puppet"|"version_requirement"\s{0,10}:/;

/** Puppet: modules of a Puppetfile, from the Forge or from git; `metadata.json` is a module with its dependencies. */
export const puppetSource = manifestSource({
  id: "puppet",
  version: 2,
  endings: ["puppetfile", "json"],
  matches: (base) => base === "Puppetfile" || base === "metadata.json",
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (path.endsWith("Puppetfile"))
      for (const call of rubyCalls(text, modules)) useModule(facts, call);
    else if (looksLikeModule.test(text)) readMetadata(facts, text);
    return facts.toFileFacts();
  },
});

function useModule(facts: CollectedFacts, { positional, options, line }: RubyCall): void {
  const [name = "", version] = positional;
  const ref =
    options.get("tag") ?? options.get("ref") ?? options.get("commit") ?? options.get("branch");
  const address = options.get("git");
  const tarball = options.get("github_tarball");
  const use = { scope: "runtime", line, constraint: ref ?? null } as const;
  if (address !== undefined) {
    if (!useRepository(facts, address, use))
      facts.problem(
        "unsupported",
        `module ${name.slice(0, 80)} from no address of a repository`,
        line,
      );
  } else if (tarball !== undefined)
    useGithub(facts, tarball, { ...use, constraint: version ?? null });
  else if (!options.has("local") && !options.has("svn"))
    facts.use("generic", moduleName(name), {
      scope: "runtime",
      line,
      constraint: version === undefined || version === "latest" ? null : version,
      qualifiers,
    });
}

function readMetadata(facts: CollectedFacts, text: string): void {
  const [root] = readYaml(text, facts);
  const name = root?.get("name") ?? null;
  if (root === undefined || name === null || name.text === null) return;
  facts.offer("generic", moduleName(name.text), {
    kind: "library",
    version: root.textAt("version"),
    description: root.textAt("summary"),
    line: name.line,
    qualifiers,
  });
  for (const dependency of root.get("dependencies")?.items() ?? []) {
    const wanted = dependency.textAt("name");
    if (wanted === null) continue;
    facts.use("generic", moduleName(wanted), {
      scope: "runtime",
      line: dependency.line,
      constraint: dependency.textAt("version_requirement"),
      qualifiers,
    });
  }
}

/** `acme/rail` and `acme-rail` are one module. */
function moduleName(name: string): string {
  return name.trim().replace("/", "-").toLowerCase();
}
