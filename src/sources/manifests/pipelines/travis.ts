import { CollectedFacts } from "../collected-facts.ts";
import { useGithub } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";

const reader = "travis";

/** Travis: `import` of configuration from other repositories, or from this one. */
export const travisSource = manifestSource({
  id: reader,
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base) => base === ".travis.yml",
  read({ text }) {
    const facts = new CollectedFacts();
    if (!/^import:/m.test(text)) return {};
    const [root] = readYaml(text, facts);
    for (const entry of root?.get("import")?.itemsOrSelf() ?? []) {
      const written = entry.text ?? entry.textAt("source") ?? "";
      const [, repository, file, ref] =
        /^(?:([\w.-]{1,100}\/[\w.-]{1,100}):)?([^@\s]{1,300})(?:@(\S{1,100}))?$/.exec(written) ??
        [];
      if (repository !== undefined)
        useGithub(facts, repository, { scope: "build", line: entry.line, constraint: ref ?? null });
      else if (file !== undefined) facts.include(file.replace(/^\.\//, ""), reader);
      else facts.problem("invalid", `import ${written.slice(0, 80)}`, entry.line);
    }
    return facts.toFileFacts();
  },
});
