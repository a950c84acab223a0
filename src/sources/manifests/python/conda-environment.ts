import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";
import { pathTarget } from "../manifest-path.ts";
import { requirementsReader } from "./python-files.ts";
import { fromUrl, parseRequirement, repositoryName } from "./requirement.ts";

const condaSpec =
  /^(?:[\w./-]{1,100}::)?([A-Za-z0-9_][\w.-]{0,100})\s{0,20}(?:[=<>!~ ]\s{0,20}(.{0,100}))?$/;

/** environment.yml of conda: its own packages, and those of the `pip:` list within. */
export const condaEnvironment = manifestSource({
  id: "conda-environment",
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base) => /^environment[\w.-]{0,50}\.ya?ml$/.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    for (const item of root?.get("dependencies")?.items() ?? []) {
      const { line } = item;
      for (const inner of item.get("pip")?.items() ?? []) readPip(facts, path, inner);
      const [, name, constraint] = condaSpec.exec(item.text ?? "") ?? [];
      if (name === undefined || name === "pip" || name === "python") continue;
      facts.use("conda", name.toLowerCase(), {
        scope: "runtime",
        line,
        constraint: constraint ?? null,
      });
    }
    return facts.toFileFacts();
  },
});

function readPip(
  facts: CollectedFacts,
  path: string,
  item: { text: string | null; line: number },
): void {
  const { line } = item;
  const text = (item.text ?? "").replace(/^(?:-e|--editable)\s{1,20}/, "").trim();
  const file = /^(?:-r\s{0,20}|--requirement(?:\s{1,20}|=))(\S{1,300})$/.exec(text)?.[1];
  if (file !== undefined) {
    const target = pathTarget(path, file);
    if ("localPath" in target) facts.include(target.localPath, requirementsReader);
    return;
  }
  const name = repositoryName(text);
  const requirement = parseRequirement(text) ?? (name === null ? null : fromUrl(name, text));
  if (requirement === null) return;
  const { constraint, origin } = requirement;
  const from = origin === undefined ? {} : { origin };
  facts.use("pypi", requirement.name, { scope: "runtime", line, constraint, ...from });
}
