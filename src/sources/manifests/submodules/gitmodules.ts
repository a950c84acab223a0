import { addressOfRemote } from "#evidence/repository-address.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { gitLocationOf } from "../git-location.ts";
import { baseName } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";

const setting = /^\s{0,50}(url|branch)\s{0,20}=\s{0,20}"?([^"\s]{1,1000})/;

/** Git submodules: other repositories whose files stand inside this one. */
export const submoduleSource = manifestSource({
  id: "git-submodules",
  version: 2,
  endings: ["gitmodules"],
  matches: (_base, path) => path === ".gitmodules",
  read({ text }) {
    const facts = new CollectedFacts();
    for (const section of sections(text)) {
      if (section.url === null) continue;
      const common = { scope: "build", line: section.line } as const;
      const address = addressOfRemote(section.url);
      if (address !== null) {
        const { type, name, ...parts } = gitLocationOf(address);
        facts.use(type, name, { ...parts, ...common, constraint: section.branch });
      } else if (/^\.\.?\//.test(section.url)) {
        // Relative to the remote of this repository, which the file does not know: the model counts it from there.
        const name = baseName(withoutTrailingSlashes(section.url)).replace(/\.git$/, "");
        const qualifiers = { vcs_url: section.url };
        facts.use("generic", name, { ...common, qualifiers, constraint: section.branch });
      } else facts.problem("unsupported", "submodule with an address that is no URL", section.line);
    }
    return facts.toFileFacts();
  },
});

interface Section {
  url: string | null;
  branch: string | null;
  line: number;
}

function sections(text: string): Section[] {
  const found: Section[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s{0,50}\[submodule\s/.test(line))
      found.push({ url: null, branch: null, line: index + 1 });
    const [, key, value] = setting.exec(line) ?? [];
    const current = found.at(-1);
    if (current === undefined || value === undefined) continue;
    if (key === "url") {
      current.url = value;
      current.line = index + 1;
    } else current.branch = value;
  }
  return found;
}
