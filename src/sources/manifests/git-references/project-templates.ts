import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { useGithub, useRepository } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

const copierAnswers = /^\.copier-answers(?:\.[\w.-]{1,80})?\.ya?ml$/;
const cruft = /^\.cruft\.json$/;
const template = /^(?:copier\.ya?ml|cookiecutter\.json)$/;

/** What a project was generated from: answers kept by Copier and Cruft. A template at the root is offered by its repository. */
export const projectTemplateSource = manifestSource({
  id: "project-template",
  version: 1,
  endings: ["yml", "yaml", "json"],
  matches: (base, path) => copierAnswers.test(base) || cruft.test(base) || template.test(path),
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (template.test(path)) {
      facts.offer("github", `${ownOwner}/${ownRepository}`, { kind: "tooling", line: 1 });
      return facts.toFileFacts();
    }
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    if (path.endsWith(".json"))
      useTemplate(facts, root, "template", given(root.textAt("checkout")) ?? root.textAt("commit"));
    else useTemplate(facts, root, "_src_path", root.textAt("_commit"));
    return facts.toFileFacts();
  },
});

/** `gh:acme/template`, `gl:acme/template`, a git address; a path of somebody's machine says nothing. */
function useTemplate(
  facts: CollectedFacts,
  root: YamlView,
  key: string,
  version: string | null,
): void {
  const written = root.get(key);
  const text = written?.text?.trim() ?? "";
  if (written === null || text === "") return;
  const constraint = given(version);
  const use = { scope: "development", line: written.line, constraint } as const;
  const [, forge, repository = ""] = /^(gh|gl|bb):\/{0,2}(.{1,200})$/.exec(text) ?? [];
  const name = repository.replace(/\.git$/, "");
  if (forge === "gh") useGithub(facts, name, use);
  else if (forge !== undefined) facts.use(forge === "gl" ? "gitlab" : "bitbucket", name, use);
  else if (!useRepository(facts, text.replace(/^git\+/, ""), use) && !/^[.~/]/.test(text))
    facts.problem(
      "unsupported",
      "project generated from a template without an address",
      written.line,
    );
}

/** JSON's `null` is text like any other to the reader. */
function given(text: string | null): string | null {
  return text === "null" ? null : text;
}
