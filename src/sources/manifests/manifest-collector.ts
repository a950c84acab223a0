import type {
  DeclaredPackage,
  Definition,
  Dependency,
  FileFacts,
  Inclusion,
  ParseProblem,
} from "#evidence/facts.ts";
import { isPlaceholder } from "#evidence/folder-signs.ts";
import { deprecationWords } from "./package-marks.ts";
import { purl } from "./purl.ts";
import type { Scope } from "#vocabulary/adoption.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

export interface PackageDraft {
  readonly name: string;
  readonly kind: CapabilityKind;
  readonly version?: string | null;
  readonly isPrivate?: boolean;
  readonly description?: string | undefined;
  /** Its own words of deprecation; without them the description is searched for some. */
  readonly deprecated?: string | undefined;
  readonly line?: number | null;
  /** Names of the same ecosystem under which it can be asked for as well. */
  readonly alsoKnownAs?: readonly string[];
}

export interface DependencyDraft {
  readonly name: string;
  /** The ecosystem, where it is not the manifest's own. */
  readonly type?: string | undefined;
  readonly constraint?: string | null;
  readonly scope: Scope;
  readonly line?: number | null;
  readonly localPath?: string | undefined;
  readonly origin?: string | undefined;
  /** See `Dependency.reference`. */
  readonly reference?: string | undefined;
  /** See `Dependency.isPeer`. */
  readonly isPeer?: true;
}

/** See `Definition`; `package` is the package that it names. */
export interface DefinitionDraft {
  readonly name: string;
  readonly value?: string | null;
  readonly package?: string;
  readonly localPath?: string | undefined;
  readonly origin?: string | undefined;
}

const problemsLimit = 20;
const definitionsLimit = 10_000;
const inclusionsLimit = 500;
const nameLimit = 300;
const textLimit = 300;
const widest: readonly Scope[] = ["runtime", "build", "development", "test", "reverse-test"];

/** Gathers what one manifest of one ecosystem says: each package once, bounded texts, names as package URLs. */
export class ManifestCollector {
  readonly #type: string;
  readonly #dependencies = new Map<string, Dependency>();
  readonly #packages: DeclaredPackage[] = [];
  readonly #problems: ParseProblem[] = [];
  readonly #workspaces: string[] = [];
  readonly #definitions: Definition[] = [];
  readonly #includes: Inclusion[] = [];
  /** A name that a generator still has to fill in: what is written here is true of what will be made of it. */
  #placeholder: { readonly name: string; readonly line: number | null } | null = null;

  constructor(type: string) {
    this.#type = type;
  }

  package(draft: PackageDraft): void {
    const url = this.#purl(draft.name, draft.line);
    if (url === null) return;
    const description = draft.description?.replace(/\s+/g, " ").trim().slice(0, textLimit);
    const deprecated = draft.deprecated ?? deprecationWords(description);
    this.#packages.push({
      purl: url,
      kind: draft.kind,
      version: draft.version ?? null,
      isPrivate: draft.isPrivate ?? false,
      ...(description === undefined || description === "" ? {} : { description }),
      ...(deprecated === undefined ? {} : { deprecated: deprecated.slice(0, textLimit) }),
      ...this.#alsoKnownAs(draft),
      ...(draft.line === undefined || draft.line === null ? {} : { line: draft.line }),
    });
  }

  dependency(draft: DependencyDraft): void {
    const url = this.#purl(draft.name, draft.line, draft.type);
    if (url === null) return;
    let dependency: Dependency = {
      purl: url,
      constraint: draft.constraint ?? null,
      scope: draft.scope,
      line: draft.line ?? null,
    };
    const { localPath, origin, reference } = draft;
    if (localPath !== undefined) dependency = { ...dependency, localPath };
    if (origin !== undefined) dependency = { ...dependency, origin };
    if (reference !== undefined) dependency = { ...dependency, reference };
    if (draft.isPeer === true) dependency = { ...dependency, isPeer: true };
    const other = this.#dependencies.get(url);
    this.#dependencies.set(url, other === undefined ? dependency : merge(other, dependency));
  }

  workspace(glob: string): void {
    if (glob !== "") this.#workspaces.push(glob);
  }

  /** A name that other files of the repository take up. */
  define({ name, value, package: named, localPath, origin }: DefinitionDraft): void {
    if (this.#definitions.length >= definitionsLimit) return;
    const url = named === undefined ? undefined : this.#purl(named, null);
    if (url === null) return;
    this.#definitions.push({
      name,
      value: value ?? "",
      ...(url === undefined ? {} : { purl: url }),
      ...(localPath === undefined ? {} : { localPath }),
      ...(origin === undefined ? {} : { origin }),
    });
  }

  /** Another file of the repository that this one takes in, read by the source with the id. */
  include(path: string, reader: string): void {
    if (this.#includes.length < inclusionsLimit) this.#includes.push({ path, reader });
  }

  problem(code: ParseProblem["code"], text: string, line?: number | null): void {
    if (this.#problems.length >= problemsLimit) return;
    const bounded = text.slice(0, textLimit);
    this.#problems.push(
      line === undefined || line === null ? { code, text: bounded } : { code, text: bounded, line },
    );
  }

  facts(): FileFacts {
    if (this.#placeholder !== null) return templateFacts(this.#placeholder);
    return {
      ...(this.#packages.length > 0 ? { packages: this.#packages } : {}),
      ...(this.#dependencies.size > 0 ? { dependencies: [...this.#dependencies.values()] } : {}),
      ...(this.#workspaces.length > 0 ? { workspaces: this.#workspaces } : {}),
      ...(this.#definitions.length > 0 ? { definitions: this.#definitions } : {}),
      ...(this.#includes.length > 0 ? { includes: this.#includes } : {}),
      ...(this.#problems.length > 0 ? { problems: this.#problems } : {}),
    };
  }

  #alsoKnownAs({ alsoKnownAs = [], line }: PackageDraft): Pick<DeclaredPackage, "alsoKnownAs"> {
    const names = alsoKnownAs.slice(0, 100).flatMap((name) => this.#purl(name, line) ?? []);
    return names.length === 0 ? {} : { alsoKnownAs: names };
  }

  #purl(name: string, line: number | null | undefined, type = this.#type): string | null {
    if (name.trim() === "" || name.length > nameLimit) {
      this.problem("invalid", `not a package name: ${JSON.stringify(name.slice(0, 60))}`, line);
      return null;
    }
    if (isPlaceholder(name)) {
      this.#placeholder ??= { name, line: line ?? null };
      return null;
    }
    return purl(type, name);
  }
}

function templateFacts({ name, line }: { name: string; line: number | null }): FileFacts {
  const text = `a template: ${name.slice(0, 100)} is filled in when something is made of it`;
  return { problems: [{ code: "unsupported", text, ...(line === null ? {} : { line }) }] };
}

/** Both branches of `if DEV … path … else … published`: the published one is what runs; of equals the first, in its widest scope. */
function merge(first: Dependency, second: Dependency): Dependency {
  if (isFromPath(first) !== isFromPath(second)) return isFromPath(first) ? second : first;
  const scope = widest.indexOf(second.scope) < widest.indexOf(first.scope) ? second : first;
  return first.scope === scope.scope ? first : { ...first, scope: scope.scope };
}

function isFromPath(dependency: Dependency): boolean {
  return dependency.localPath !== undefined || dependency.origin?.startsWith("file:") === true;
}
