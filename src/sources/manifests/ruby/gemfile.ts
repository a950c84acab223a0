import { ManifestCollector } from "../manifest-collector.ts";
import { baseName, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin, hostedOrigin, registryHost } from "../origin.ts";
import { scopeOfGroup } from "../package-marks.ts";
import { readArguments, type RubyCall, type RubyValue } from "./ruby-arguments.ts";
import { isOp, type ReadStatement, readEach, walkStatements } from "./ruby-blocks.ts";
import { readPath, readsFile } from "./ruby-paths.ts";
import { type RubyToken, tokenizeRuby } from "./ruby-tokens.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** What the blocks around a `gem` line say of it. */
interface Context {
  readonly groups: readonly string[];
  readonly target: Partial<Target>;
  /** Variables of `%w[…].each` blocks. */
  readonly bindings: ReadonlyMap<string, readonly string[]>;
}

interface Target {
  readonly localPath: string;
  readonly origin: string;
  /** Tag or commit of a place in git. */
  readonly constraint: string;
}

const publicRegistries = new Set([
  "rubygems.org",
  "www.rubygems.org",
  "production.cf.rubygems.org",
]);
const forges = ["github", "gitlab", "bitbucket", "gist"];

/**
 * Gemfile and gems.rb: https://bundler.io/man/gemfile.5.html, and Appraisals. Only literals are read. A `gemspec` line adds
 * nothing here where it means the gem around the file, which is read from its gemspec; with another `path` it is a use.
 */
export const gemfile = manifestSource({
  id: "ruby-gemfile",
  version: 3,
  endings: ["gemfile", "rb", "appraisals"],
  matches: (base) => base === "Gemfile" || base === "gems.rb" || base === "Appraisals",
  read: ({ path, text }) => new GemfileReader(path, text).read(),
});

class GemfileReader {
  readonly #path: string;
  readonly #text: string;
  readonly #collector = new ManifestCollector("gem");
  readonly #gems: { readonly call: RubyCall; readonly context: Context; readonly line: number }[] =
    [];
  readonly #globalSources = new Set<string>();
  /** Variables that hold a path: `plugins = File.join(__dir__, "fastlane", "Pluginfile")`. */
  readonly #paths = new Map<string, string>();
  #tokens: readonly RubyToken[] = [];

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  read(): ReturnType<ManifestCollector["facts"]> {
    const { tokens, unterminatedAt, conflictAt } = tokenizeRuby(this.#text);
    this.#tokens = tokens;
    const groups = baseName(this.#path) === "Appraisals" ? ["test"] : [];
    const root: Context = { groups, target: {}, bindings: new Map() };
    walkStatements(tokens, root, (at, context) => this.#statement(at, context));
    // The registry is known only when all `source` lines were seen: with several, no gem can be told to be from one.
    const [onlySource] = this.#globalSources;
    const registry = this.#globalSources.size === 1 ? this.#registry(onlySource) : {};
    for (const { call, context, line } of this.#gems) this.#gem(call, context, line, registry);
    if (unterminatedAt !== null) {
      this.#collector.problem("invalid", "a string or bracket never ends", unterminatedAt);
    }
    if (conflictAt !== null) this.#collector.problem("invalid", "a merge conflict", conflictAt);
    return this.#collector.facts();
  }

  #statement(at: number, context: Context): ReadStatement<Context> | null {
    const token = this.#tokens[at];
    if (token?.kind === "words" || token?.kind === "op") return this.#loop(at, context);
    if (token?.kind !== "word") return null;
    const call = (): RubyCall => readArguments(this.#tokens, at + 1);
    switch (token.text) {
      case "gem": {
        const gem = call();
        if (gem.positional.length > 0) this.#gems.push({ call: gem, context, line: token.line });
        return { next: gem.next };
      }
      case "group":
      case "groups":
        return this.#group(call(), context);
      case "path":
      case "git":
      case "source":
      case "github":
      case "gitlab":
      case "bitbucket":
        return this.#place(token.text, call(), context);
      case "platform":
      case "platforms":
      case "install_if":
        return { next: call().next };
      case "gemspec":
        return this.#gemspec(call(), context, token.line);
      case "plugin": {
        const plugin = call();
        this.#gems.push({
          call: plugin,
          context: { ...context, groups: ["build"] },
          line: token.line,
        });
        return { next: plugin.next };
      }
      case "eval_gemfile":
        return this.#takeIn(at + 1, context, token.line);
      case "instance_eval":
      case "eval":
        return readsFile(this.#tokens, at + 1) ? this.#takeIn(at + 1, context, token.line) : null;
      default: {
        if (!isOp(this.#tokens[at + 1], "=")) return null;
        const { path } = readPath(this.#tokens, at + 2);
        if (path !== null) this.#paths.set(token.text, path);
        return null;
      }
    }
  }

  /** `eval_gemfile "gems/common.rb"` and its older forms: paths count from this file's folder. */
  #takeIn(at: number, context: Context, line: number): ReadStatement<Context> {
    const { path, next } = readPath(this.#tokens, at);
    const [argument] = readArguments(this.#tokens, at).positional;
    const known = argument?.kind === "name" ? this.#paths.get(argument.name) : undefined;
    const names = argument === undefined ? [] : boundNames(argument, context);
    const paths = path === null ? (known === undefined ? names : [known]) : [path];
    let isTaken = false;
    for (const one of paths) {
      const target = one === null ? null : pathTarget(this.#path, one);
      if (target === null || !("localPath" in target)) continue;
      this.#collector.include(target.localPath, "ruby-gemfile");
      isTaken = true;
    }
    if (!isTaken)
      this.#collector.problem("unsupported", "gems of a file whose path is computed", line);
    return { next };
  }

  #gemspec(call: RubyCall, context: Context, line: number): ReadStatement<Context> {
    const argument = (key: string): string | undefined => {
      const value = call.named.get(key);
      return value === undefined ? undefined : literals(value)[0];
    };
    const target = pathTarget(this.#path, argument("path") ?? ".");
    const folder = "localPath" in target ? target.localPath : null;
    if (folder === null || !isAroundFile(folder, this.#path)) {
      const name = argument("name") ?? (folder === null ? undefined : baseName(folder));
      const scope = scopeOfGroups(context.groups);
      if (name !== undefined) this.#collector.dependency({ name, scope, line, ...target });
    }
    return { next: call.next };
  }

  #loop(at: number, context: Context): ReadStatement<Context> | null {
    const loop = readEach(this.#tokens, at);
    if (loop === null) return null;
    const bindings = new Map(context.bindings).set(loop.variable, loop.values);
    return { next: loop.next, inner: { ...context, bindings } };
  }

  #group(call: RubyCall, context: Context): ReadStatement<Context> {
    const groups = [...context.groups, ...call.positional.flatMap(literals)].slice(0, mostGroups);
    return { next: call.next, inner: { ...context, groups } };
  }

  #place(method: string, call: RubyCall, context: Context): ReadStatement<Context> {
    const place = call.positional.flatMap(literals)[0];
    if (place === undefined) return { next: call.next };
    const next = this.#tokens[call.next];
    const opensBlock = next?.text === "do" || next?.text === "{";
    if (method === "source" && !opensBlock) this.#globalSources.add(place);
    const target = opensBlock ? { ...this.#target(method, place), ...revisionOf(call) } : {};
    return { next: call.next, inner: { ...context, target } };
  }

  #target(method: string, place: string): Partial<Target> {
    if (method === "path") return pathTarget(this.#path, place);
    if (method === "git") return { origin: gitOrigin(place) };
    if (method === "source") return this.#registry(place);
    const origin = hostedOrigin(method, place);
    return origin === null ? {} : { origin };
  }

  #registry(source: string | undefined): Partial<Target> {
    const host = source === undefined ? null : registryHost(source);
    return host === null || publicRegistries.has(host) ? {} : { origin: host };
  }

  #gem(call: RubyCall, context: Context, line: number, registry: Partial<Target>): void {
    const name = call.positional[0];
    const names = name === undefined ? [] : boundNames(name, context);
    if (names.length === 0) {
      this.#collector.problem("unsupported", "gem: its name is not a literal", line);
    }
    const own = call.named.size === 0 ? null : this.#ownTarget(call);
    const target = own ?? (isEmpty(context.target) ? registry : context.target);
    const scope = scopeOfGroups(call.named.size === 0 ? context.groups : groupsOf(call, context));
    const constraint = constraintOf(call) ?? revisionOf(call).constraint ?? null;
    for (const gem of names) {
      const draft = { name: gem, constraint, scope, line };
      const { constraint: around = null, ...place } = isEmpty(target) ? {} : target;
      this.#collector.dependency({ ...draft, ...place, constraint: constraint ?? around });
    }
  }

  /** `path:`, `git:`, `github:`, `source:` of the line itself; also `acme: "rail"` of a declared `git_source(:acme)`. */
  #ownTarget(call: RubyCall): Partial<Target> | null {
    for (const method of ["path", "git", "source", ...forges]) {
      const value = call.named.get(method);
      if (value === undefined) continue;
      const place = literals(value)[0];
      if (place !== undefined) return this.#target(method, place);
      // Computed at run time: where it comes from is unknown, but it is not the registry.
      if (method === "path") return { origin: "file:" };
    }
    return null;
  }
}

function isAroundFile(folder: string, path: string): boolean {
  return folder === "." || path.startsWith(`${folder}/`);
}

function literals(value: RubyValue): readonly string[] {
  return value.kind === "strings" ? value.values : [];
}

function boundNames(value: RubyValue, context: Context): readonly string[] {
  if (value.kind === "name") return context.bindings.get(value.name) ?? [];
  return value.kind === "strings" && !value.isList ? value.values : [];
}

function groupsOf(call: RubyCall, context: Context): readonly string[] {
  const own = ["group", "groups"].flatMap((key) => {
    const value = call.named.get(key);
    return value === undefined ? [] : literals(value);
  });
  return [...context.groups, ...own].slice(0, mostGroups);
}

/** `tag: "v1.2.0"`, else `ref:`, beside `git:` and its kin; a branch says no version. */
function revisionOf(call: RubyCall): Partial<Target> {
  for (const key of ["tag", "ref"]) {
    const value = call.named.get(key);
    const constraint = value === undefined ? undefined : literals(value)[0];
    if (constraint !== undefined) return { constraint };
  }
  return {};
}

/** `"~> 1", ">= 1.2"` after the name. */
function constraintOf(call: RubyCall): string | null {
  if (call.positional.length === 1) return null;
  const constraints = call.positional.slice(1).flatMap(literals);
  return constraints.length === 0 ? null : constraints.join(", ");
}

function isEmpty(target: Partial<Target>): boolean {
  return target.localPath === undefined && target.origin === undefined;
}

/** In which one gem stands: each of its groups is asked for its scope. */
const mostGroups = 50;

/** A gem of several groups has the widest: `[:development, :test]` is development, `[:production, :test]` runtime. */
function scopeOfGroups(groups: readonly string[]): Scope {
  const [only] = groups;
  if (only === undefined) return "runtime";
  if (groups.length === 1) return scopeOfGroup(only) ?? "runtime";
  const scopes = new Set(groups.map((group) => scopeOfGroup(group) ?? "runtime"));
  for (const scope of ["runtime", "build", "development"] as const) {
    if (scopes.has(scope)) return scope;
  }
  return "test";
}
