import { CollectedFacts } from "../collected-facts.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** Keys that hpack alone knows: other tools call their files package.yaml as well. */
const marks = [
  "library",
  "internal-libraries",
  "executable",
  "executables",
  "tests",
  "benchmarks",
  "ghc-options",
  "spec-version",
];
/** `mass:bright >=1.0 && <2`: a library within a package, and its versions. */
const dependency =
  /^([A-Za-z0-9][\w-]{0,100})(?::(?:\{[^}]{0,500}\}|[\w-]{1,100}))?\s{0,20}(.{0,200})$/;
const sections: readonly (readonly [key: string, scope: Scope, isNamed: boolean])[] = [
  ["library", "runtime", false],
  ["internal-libraries", "runtime", true],
  ["executable", "runtime", false],
  ["executables", "runtime", true],
  ["tests", "test", true],
  ["benchmarks", "development", true],
  ["custom-setup", "build", false],
];
const deepestCondition = 10;

/** package.yaml of hpack, from which *.cabal is made: https://github.com/sol/hpack#documentation. */
export const hpack = manifestSource({
  id: "haskell-hpack",
  version: 1,
  endings: ["yaml"],
  matches: (base) => base === "package.yaml",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    // Where it is not YAML, nothing says that it is hpack's.
    if (root === undefined || !marks.some((key) => root.keys().includes(key))) return {};
    const name = root.get("name");
    const own = name?.text ?? "";
    if (name !== null && own !== "")
      facts.offer("hackage", own, {
        kind: kindOfName(own),
        version: root.textAt("version"),
        description: root.textAt("synopsis"),
        line: name.line,
      });
    const section = new Section(facts, path, own);
    section.read(root, "runtime");
    for (const [key, scope, isNamed] of sections) {
      const found = root.get(key);
      if (found === null) continue;
      if (!isNamed) section.read(found, scope);
      else for (const [, one] of found.entries()) section.read(one, scope);
    }
    return facts.toFileFacts();
  },
});

class Section {
  readonly #facts: CollectedFacts;
  readonly #path: string;
  readonly #own: string;

  constructor(facts: CollectedFacts, path: string, own: string) {
    this.#facts = facts;
    this.#path = path;
    this.#own = own;
  }

  /** `when` holds the same keys under a condition, also in `then` and `else`. */
  read(section: YamlView, scope: Scope, depth = 0): void {
    const used = section.get("dependencies");
    if (used?.isMap === true)
      for (const [name, value] of used.entries()) this.#use(name, value, value.line, scope);
    else
      for (const item of used?.itemsOrSelf() ?? [])
        this.#use(item.text ?? item.textAt("name") ?? "", item, item.line, scope);
    const tools = section.get("build-tools");
    for (const item of tools?.isMap === true ? [] : (tools?.itemsOrSelf() ?? []))
      this.#use(item.text ?? item.textAt("name") ?? "", item, item.line, "build");
    if (tools?.isMap === true)
      for (const [name, value] of tools.entries()) this.#use(name, value, value.line, "build");
    if (depth >= deepestCondition) return;
    for (const condition of section.get("when")?.itemsOrSelf() ?? [])
      for (const part of [condition, condition.get("then"), condition.get("else")])
        if (part?.isMap === true) this.read(part, scope, depth + 1);
  }

  #use(written: string, value: YamlView, line: number, scope: Scope): void {
    const [, name, said = ""] = dependency.exec(written.trim()) ?? [];
    if (name === undefined || name === this.#own) return;
    const isSpelt = !value.isMap && value.text !== null && value.text !== written;
    const constraint = isSpelt ? value.text : (value.textAt("version") ?? said);
    const place = placeOf(this.#path, value);
    this.#facts.use("hackage", name, {
      scope,
      line,
      constraint: value.textAt("ref") ?? (constraint === "" ? null : constraint),
      ...place,
    });
  }
}

/** `github: acme/rail`, `git: https://…`, `path: ../rail`. */
function placeOf(path: string, value: YamlView): { localPath?: string; origin?: string } {
  if (!value.isMap) return {};
  const github = value.textAt("github");
  const git = value.textAt("git");
  const local = value.textAt("path");
  if (github !== null) {
    const [owner, name] = github.split("/");
    return { origin: gitOrigin(`https://github.com/${owner ?? ""}/${name ?? ""}`) };
  }
  if (git !== null) return { origin: gitOrigin(git) };
  return local === null ? {} : pathTarget(path, local);
}
