import type { ManifestCollector } from "../manifest-collector.ts";
import { versionReader } from "../version-text.ts";
import { requirementsReader, takeIn, takeInModule, versionElsewhere } from "./python-files.ts";
import type { PythonArgument } from "./python-literals.ts";
import type { PythonToken } from "./python-tokens.ts";

const listFile = /\.(?:txt|in|pip)$/i;
const prose =
  /(?:readme|licen[cs]e|chang|history|authors|news|description|manifest|version|classifiers)[^/]{0,100}$/i;
const requirementWord = /req|dep|pip|install/i;
const versionFile = /\.py$|(?:^|\/)[\w.-]{0,50}version[\w.-]{0,50}$/i;
const mostFiles = 20;

/**
 * Files that setup.py reads by itself: `install_requires=load_requirements("requirements/base.in")`, a variable filled by
 * `open("requirements.txt")`, `version=get_version("rail", "__init__.py")`. The names are literals; the reading is known.
 */
export class SetupFiles {
  readonly #path: string;
  readonly #tokens: readonly PythonToken[];
  readonly #collector: ManifestCollector;
  readonly #taken = new Set<string>();

  constructor(path: string, tokens: readonly PythonToken[], collector: ManifestCollector) {
    this.#path = path;
    this.#tokens = tokens;
    this.#collector = collector;
  }

  /** False where no file of requirements is named: in the expression, or for its variable in the module and not yet taken in. */
  takeInRequirements({ tokens }: PythonArgument, isNamedElsewhere = true): boolean {
    const named = pathTexts(tokens, listFile).filter((one) => !prose.test(one));
    const anywhere = isNamedElsewhere
      ? pathTexts(this.#tokens, listFile).filter(
          (one) => !prose.test(one) && requirementWord.test(one) && !this.#taken.has(one),
        )
      : [];
    const files = named.length > 0 ? named : anywhere;
    for (const file of files.slice(0, mostFiles)) {
      this.#taken.add(file);
      takeIn(this.#collector, this.#path, file, requirementsReader);
    }
    return files.length > 0;
  }

  /** What stands for the version; null where no file is named that could hold it. */
  takeInVersion({ tokens }: PythonArgument): string | null {
    const modules = this.#modulesOf(tokens);
    const named = pathTexts(tokens, versionFile);
    const files =
      named.length > 0 || modules.length > 0 ? named : pathTexts(this.#tokens, versionFile);
    for (const file of files.slice(0, mostFiles))
      takeIn(this.#collector, this.#path, file, versionReader);
    for (const module of modules) takeInModule(this.#collector, this.#path, module);
    return files.length + modules.length === 0 ? null : versionElsewhere;
  }

  /** `rail.__version__`, or `__version__` after `from rail.version import __version__`. */
  #modulesOf(tokens: readonly PythonToken[]): string[] {
    const [first] = tokens;
    if (first?.kind !== "name") return [];
    const last = tokens.at(-1);
    const isMember = tokens.length >= 3 && tokens[1]?.text === "." && last?.kind === "name";
    if (isMember && tokens.every((one) => one.kind === "name" || one.text === ".")) {
      const path = tokens.slice(0, -2).filter((one) => one.kind === "name");
      return [path.map((one) => one.text).join("/")];
    }
    if (tokens.length > 1) return [];
    const module = this.#importOf(first.text);
    return module === null ? [] : [module];
  }

  #importOf(name: string): string | null {
    let module: string[] = [];
    let isNames = false;
    for (const token of this.#tokens) {
      if (token.isAtMargin) {
        module = [];
        isNames = false;
      }
      if (token.kind !== "name" && token.text !== ".") continue;
      if (token.text === "import") isNames = true;
      else if (isNames && token.text === name && module[0] === "from")
        return module.slice(1).join("/");
      else if (!isNames && token.text !== ".") module.push(token.text);
    }
    return null;
  }
}

/** Paths that end as wanted; `"requirements", "base.in"` and `here / "requirements" / "base.in"` are one each. */
function pathTexts(tokens: readonly PythonToken[], wanted: RegExp): string[] {
  const found = new Set<string>();
  let parts: string[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "string" || !token.isLiteral || token.text.length > 200) {
      const joins = token.kind === "op" && (token.text === "," || token.text === "/");
      if (!joins || tokens[at - 1]?.kind !== "string") parts = [];
      continue;
    }
    parts.push(token.text);
    if (!wanted.test(token.text) || /[\s*]/.test(token.text)) continue;
    found.add(parts.join("/"));
    parts = [];
  }
  return [...found];
}
