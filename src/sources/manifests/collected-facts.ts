import type {
  DeclaredPackage,
  Definition,
  Dependency,
  FileFacts,
  Inclusion,
  ParseProblem,
} from "#evidence/facts.ts";
import { isPlaceholder } from "#evidence/folder-signs.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { deprecationWords } from "./package-marks.ts";
import { purl, type PurlParts } from "./purl.ts";
import type { Scope } from "#vocabulary/adoption.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

const mostRecords = 10_000;
const mostProblems = 20;
const mostInclusions = 500;
const longestProblem = 200;
/** A branch or tag by its whole name in git: forges and pipelines take either spelling. */
const fullReference = /^\s{0,20}refs\/(?:heads|tags)\/(?=.)/;
/** Images and actions may be named by expressions of the pipeline that runs. */
const packageTypes: ReadonlySet<string> = new Set(["maven", "nuget", "helm"]);

/** What a purl is built from; `constraint`, `scope` and the rest as in `Dependency`. */
export interface Use extends PurlParts {
  readonly scope: Scope;
  readonly constraint?: string | null;
  readonly line?: number | null;
  readonly localPath?: string;
  readonly origin?: string;
  /** See `Dependency.reference`. */
  readonly reference?: string;
  /** See `Dependency.project`. */
  readonly project?: string | undefined;
  /** See `Dependency.isOfHelper`. */
  readonly isOfHelper?: boolean;
}

export interface Offer extends PurlParts {
  readonly kind: CapabilityKind;
  readonly version?: string | null;
  readonly isPrivate?: boolean;
  readonly description?: string | null;
  readonly deprecated?: string;
  readonly line?: number | null;
  /** Further purls under which it can be asked for. */
  readonly alsoKnownAs?: readonly string[];
  /** See `Dependency.project`. */
  readonly project?: string | undefined;
}

/** See `Definition`; with a name and a type it stands for a package. */
export interface Entry extends PurlParts {
  readonly value?: string | null;
  readonly localPath?: string;
  readonly origin?: string;
  readonly scope?: Scope;
}

/**
 * Gathers what one file says of packages of any ecosystem, with the qualifiers and subpaths that images, actions,
 * charts and modules need. Each fact once, the first mention counts; bounded, so that no file can fill memory.
 */
export class CollectedFacts {
  readonly #packages = new Map<string, DeclaredPackage>();
  readonly #dependencies = new Map<string, Dependency>();
  /** Versions by purl of what is used without one. */
  readonly #managed = new Map<string, string>();
  readonly #workspaces = new Set<string>();
  readonly #definitions: Definition[] = [];
  readonly #includes: Inclusion[] = [];
  readonly #problems: ParseProblem[] = [];
  #isTemplate = false;

  use(type: string, name: string, use: Use): void {
    const named = this.#purl(type, name, use);
    if (named === null) return;
    const constraint = clean(use.constraint?.replace(fullReference, ""));
    const key = `${named}\n${use.scope}\n${use.localPath ?? ""}\n${use.project ?? ""}`;
    const known = this.#dependencies.get(key);
    if (known !== undefined && (known.constraint !== null || constraint === null)) return;
    if (known === undefined && this.#isFull(this.#dependencies.size)) return;
    this.#dependencies.set(key, {
      purl: named,
      constraint,
      scope: use.scope,
      line: use.line ?? null,
      ...(use.localPath === undefined ? {} : { localPath: use.localPath }),
      ...(use.origin === undefined ? {} : { origin: use.origin }),
      ...(use.reference === undefined ? {} : { reference: use.reference }),
      ...(use.project === undefined ? {} : { project: use.project }),
      ...(use.isOfHelper === true ? { isOfHelper: true as const } : {}),
    });
  }

  /** The version that a use gets which names none; what is managed and not used says nothing. The last word counts. */
  manage(type: string, name: string, parts: PurlParts, version: string): void {
    const named = this.#purl(type, name, parts);
    const isKnown = named !== null && this.#managed.has(named);
    if (named !== null && (isKnown || !this.#isFull(this.#managed.size)))
      this.#managed.set(named, version);
  }

  /** A name that other files of the repository take up, with the text that it stands for. */
  define(name: string, value: string, scope?: Scope): void {
    if (this.#isFull(this.#definitions.length)) return;
    this.#definitions.push({ name, value, ...(scope === undefined ? {} : { scope }) });
  }

  /** What another collected without a problem. */
  takeDefinitions(definitions: readonly Definition[]): void {
    for (const one of definitions)
      if (!this.#isFull(this.#definitions.length)) this.#definitions.push(one);
  }

  /** A name under which other files of the repository ask for a package. */
  definePackage(name: string, type: string, packageName: string, entry: Entry = {}): void {
    const named = this.#purl(type, packageName, entry);
    if (named === null || this.#isFull(this.#definitions.length)) return;
    const { value, localPath, origin, scope } = entry;
    this.#definitions.push({
      name,
      value: value ?? "",
      purl: named,
      ...(localPath === undefined ? {} : { localPath }),
      ...(origin === undefined ? {} : { origin }),
      ...(scope === undefined ? {} : { scope }),
    });
  }

  /** Another file of the repository that this one takes in, read by the source with the id. */
  include(path: string, reader: string): void {
    if (this.#includes.length < mostInclusions) this.#includes.push({ path, reader });
  }

  offer(type: string, name: string, offer: Offer): void {
    if (packageTypes.has(type) && isPlaceholder(name)) {
      if (!this.#isTemplate) this.problem("unsupported", templateWords(name), offer.line);
      this.#isTemplate = true;
      return;
    }
    const named = this.#purl(type, name, offer);
    const key = `${named ?? ""}\n${offer.project ?? ""}`;
    if (named === null || this.#packages.has(key) || this.#isFull(this.#packages.size)) return;
    const description = clean(offer.description?.replace(/\s+/g, " "))?.slice(0, 300);
    const deprecated = offer.deprecated ?? deprecationWords(description);
    this.#packages.set(key, {
      purl: named,
      kind: offer.kind,
      version: clean(offer.version),
      isPrivate: offer.isPrivate ?? false,
      ...(description === undefined ? {} : { description }),
      ...(deprecated === undefined ? {} : { deprecated }),
      ...(offer.alsoKnownAs === undefined ? {} : { alsoKnownAs: offer.alsoKnownAs }),
      ...(offer.project === undefined ? {} : { project: offer.project }),
      ...(typeof offer.line === "number" ? { line: offer.line } : {}),
    });
  }

  workspace(glob: string): void {
    if (!this.#isFull(this.#workspaces.size)) this.#workspaces.add(glob);
  }

  problem(code: ParseProblem["code"], text: string, line?: number | null): void {
    if (this.#problems.length >= mostProblems) return;
    const oneLine = text.slice(0, longestProblem).replace(/\s+/g, " ").trim();
    this.#problems.push({ code, text: oneLine, ...(typeof line === "number" ? { line } : {}) });
  }

  toFileFacts(): FileFacts {
    if (this.#isTemplate) return { problems: this.#problems };
    return {
      ...(this.#packages.size > 0 ? { packages: [...this.#packages.values()] } : {}),
      ...(this.#dependencies.size > 0 ? { dependencies: this.#withManaged() } : {}),
      ...(this.#workspaces.size > 0 ? { workspaces: [...this.#workspaces] } : {}),
      ...(this.#definitions.length > 0 ? { definitions: this.#definitions } : {}),
      ...(this.#includes.length > 0 ? { includes: this.#includes } : {}),
      ...(this.#problems.length > 0 ? { problems: this.#problems } : {}),
    };
  }

  #withManaged(): Dependency[] {
    const all = [...this.#dependencies.values()];
    if (this.#managed.size === 0) return all;
    return all.map((one) => ({
      ...one,
      constraint: one.constraint ?? this.#managed.get(one.purl) ?? null,
    }));
  }

  #purl(type: string, name: string, parts: PurlParts & { line?: number | null }): string | null {
    try {
      return purl(type, name, {
        ...(parts.namespace === undefined ? {} : { namespace: parts.namespace }),
        ...(parts.qualifiers === undefined ? {} : { qualifiers: parts.qualifiers }),
        ...(parts.subpath === undefined ? {} : { subpath: parts.subpath }),
      });
    } catch (error) {
      this.problem("invalid", `${type} name ${name}: ${messageOf(error)}`, parts.line);
      return null;
    }
  }

  #isFull(size: number): boolean {
    if (size < mostRecords) return false;
    if (!this.#problems.some(({ code }) => code === "truncated"))
      this.problem("truncated", `only the first ${mostRecords} entries were read`);
    return true;
  }
}

function templateWords(name: string): string {
  return `a template: ${name.slice(0, 100)} is filled in when something is made of it`;
}

function messageOf(error: unknown): string {
  return withoutQuotes(error instanceof Error ? error.message : String(error));
}

function clean(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
