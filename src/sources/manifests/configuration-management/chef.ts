import { CollectedFacts } from "../collected-facts.ts";
import { useGithub, useRepository } from "../git-use.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { rubyCalls, type RubyCall } from "../ruby-calls.ts";

const qualifiers = { type: "chef-cookbook" } as const;
const calls = new Set(["cookbook", "depends", "name", "version", "description"]);

/** Chef: cookbooks of a Berksfile or Policyfile, from a supermarket or from git; `metadata.rb` is a cookbook. */
export const chefSource = manifestSource({
  id: "chef",
  version: 1,
  endings: ["berksfile", "rb"],
  matches: (base) => base === "Berksfile" || base === "Policyfile.rb" || base === "metadata.rb",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const found = rubyCalls(text, calls);
    const isMetadata = path.endsWith("metadata.rb");
    const valueOf = (name: string): RubyCall | undefined =>
      found.find((one) => one.name === name && one.positional.length > 0);
    const name = valueOf("name");
    if (isMetadata && name !== undefined)
      facts.offer("generic", name.positional[0] ?? "", {
        kind: "library",
        version: valueOf("version")?.positional[0] ?? null,
        description: valueOf("description")?.positional[0] ?? null,
        line: name.line,
        qualifiers,
      });
    for (const one of found) {
      if (isMetadata ? one.name === "depends" : one.name === "cookbook")
        useCookbook(facts, one, path);
    }
    return facts.toFileFacts();
  },
});

function useCookbook(
  facts: CollectedFacts,
  { positional, options, line }: RubyCall,
  path: string,
): void {
  const [name = "", version] = positional;
  const ref =
    options.get("tag") ?? options.get("ref") ?? options.get("revision") ?? options.get("branch");
  const use = { scope: "runtime", line, constraint: ref ?? version ?? null } as const;
  const github = options.get("github");
  const address = options.get("git");
  const local = options.get("path");
  if (github !== undefined && useGithub(facts, github, use)) return;
  if (address !== undefined && useRepository(facts, address, use)) return;
  if (name === "") return;
  const target = local === undefined ? {} : pathTarget(path, local);
  facts.use("generic", name, { ...use, ...target, qualifiers });
}
