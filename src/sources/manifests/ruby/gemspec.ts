import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { deprecationWords, kindOfName } from "../package-marks.ts";
import { readArguments, type RubyCall, type RubyValue } from "./ruby-arguments.ts";
import { pathTarget } from "../manifest-path.ts";
import { versionReader } from "../version-text.ts";
import { isOp, isWord, type ReadStatement, readEach, walkStatements } from "./ruby-blocks.ts";
import { readPath, readsFile } from "./ruby-paths.ts";
import { type RubyToken, tokenizeRuby } from "./ruby-tokens.ts";
import { gemNameOf } from "./version-file.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const scopes: ReadonlyMap<string, Scope> = new Map([
  ["add_dependency", "runtime"],
  ["add_runtime_dependency", "runtime"],
  ["add_development_dependency", "development"],
]);
const attributes = new Set(["name", "version", "summary", "description", "post_install_message"]);

type Bindings = ReadonlyMap<string, readonly string[]>;

/**
 * *.gemspec: https://guides.rubygems.org/specification-reference/. Literals only. A version that is a constant reads
 * null: the model joins it from the version file under the same folder's `lib` (see version-file.ts).
 */
export const gemspec = manifestSource({
  id: "ruby-gemspec",
  version: 2,
  endings: ["gemspec"],
  matches: (base) => base.endsWith(".gemspec"),
  read: ({ path, text }) => new GemspecReader(path, text).read(),
});

class GemspecReader {
  readonly #collector = new ManifestCollector("gem");
  readonly #values = new Map<string, { readonly text: string; readonly line: number }>();
  readonly #tokens: readonly RubyToken[];
  readonly #unterminatedAt: number | null;
  readonly #conflictAt: number | null;
  readonly #path: string;
  /** Constants and variables that the file sets to a literal. */
  readonly #known = new Map<string, string>();
  readonly #required: string[] = [];
  /** The version is a constant, or another file's text. */
  #versionFile: string | null = null;
  #hasVersionConstant = false;
  #pushHost: string | undefined;

  constructor(path: string, text: string) {
    this.#path = path;
    const { tokens, unterminatedAt, conflictAt } = tokenizeRuby(text);
    this.#tokens = tokens;
    this.#unterminatedAt = unterminatedAt;
    this.#conflictAt = conflictAt;
  }

  read(): ReturnType<ManifestCollector["facts"]> {
    const root: Bindings = new Map();
    walkStatements(this.#tokens, root, (at, bindings) => this.#statement(at, bindings));
    this.#package();
    if (this.#unterminatedAt !== null) {
      this.#collector.problem("invalid", "a string or bracket never ends", this.#unterminatedAt);
    }
    if (this.#conflictAt !== null) {
      this.#collector.problem("invalid", "a merge conflict", this.#conflictAt);
    }
    return this.#collector.facts();
  }

  #package(): void {
    const name = this.#values.get("name");
    if (name === undefined) {
      this.#collector.problem("unsupported", "the gem's name is not a literal");
      return;
    }
    const deprecated = deprecationWords(this.#values.get("post_install_message")?.text);
    this.#collector.package({
      name: name.text,
      kind: kindOfName(name.text),
      version: this.#values.get("version")?.text ?? this.#versionElsewhere(),
      // The template's "TODO: set to …" keeps a gem from being pushed anywhere.
      isPrivate: this.#pushHost !== undefined && !/^https?:/.test(this.#pushHost),
      description: this.#values.get("summary")?.text ?? this.#values.get("description")?.text,
      deprecated: deprecated ?? deprecationWords(this.#values.get("description")?.text),
      line: name.line,
    });
  }

  #statement(at: number, bindings: Bindings): ReadStatement<Bindings> | null {
    const token = this.#tokens[at];
    if (token?.kind === "words" || token?.kind === "op") return this.#loop(at, bindings);
    if (token?.kind !== "word") return null;
    if (token.text === "require_relative" || token.text === "require" || token.text === "load")
      return this.#require(token.text, at + 1);
    if (isOp(this.#tokens[at + 1], "=")) return this.#assignment(token.text, at + 2);
    if (token.text === "Gem" && this.#tokens[at + 2]?.text === "Specification")
      return this.#opening(at);
    const method = this.#tokens[at + 2];
    if (!isOp(this.#tokens[at + 1], ".") || method?.kind !== "word") return null;
    const scope = scopes.get(method.text);
    if (scope !== undefined) {
      const call = readArguments(this.#tokens, at + 3);
      this.#dependency(call, scope, bindings, method.line);
      return { next: call.next };
    }
    if (method.text === "metadata") return this.#metadata(at + 3);
    return attributes.has(method.text) ? this.#attribute(method, at + 3) : null;
  }

  /** `VERSION = "1.0"`, `version = File.read("VERSION").strip`. */
  #assignment(name: string, at: number): ReadStatement<Bindings> | null {
    const call = readArguments(this.#tokens, at);
    const value = call.positional[0] && literal(call.positional[0]);
    if (value !== undefined && !this.#known.has(name)) this.#known.set(name, value);
    if (value === undefined && /version/i.test(name) && readsFile(this.#tokens, at)) {
      this.#versionFile ??= readPath(this.#tokens, at).path;
      return { next: readPath(this.#tokens, at).next };
    }
    return value === undefined ? null : { next: call.next };
  }

  #require(method: string, at: number): ReadStatement<Bindings> {
    const { path, next } = readPath(this.#tokens, at);
    if (path !== null) {
      const isLoadPath =
        method === "require" && /^[\w-]/.test(path) && !isWord(this.#tokens[at], "File");
      this.#required.push(`${isLoadPath ? "lib/" : ""}${path.replace(/\.rb$/, "")}.rb`);
    }
    return { next };
  }

  /** A constant of `lib/…/version.rb` is the model's to join; other files that are required or read are taken in. */
  #versionElsewhere(): string | null {
    const files = this.#versionFile === null ? this.#required : [this.#versionFile];
    if (this.#versionFile === null && !this.#hasVersionConstant) return null;
    const taken = files.slice(0, 20).filter((file) => {
      const target = pathTarget(this.#path, file);
      if (!("localPath" in target) || gemNameOf(target.localPath) !== null) return false;
      this.#collector.include(target.localPath, versionReader);
      return true;
    });
    return taken.length === 0 ? null : "${version}";
  }

  #loop(at: number, bindings: Bindings): ReadStatement<Bindings> | null {
    const loop = readEach(this.#tokens, at);
    if (loop === null) return null;
    return { next: loop.next, inner: new Map(bindings).set(loop.variable, loop.values) };
  }

  /** `Gem::Specification.new "rail", "1.0" do |spec|`. */
  #opening(at: number): ReadStatement<Bindings> | null {
    if (this.#tokens[at + 4]?.text !== "new") return null;
    const call = readArguments(this.#tokens, at + 5);
    const line = this.#tokens[at]?.line ?? 1;
    const [name, version] = call.positional.map(literal);
    if (name !== undefined) this.#values.set("name", { text: name, line });
    if (version !== undefined) this.#values.set("version", { text: version, line });
    return { next: call.next };
  }

  #attribute(method: RubyToken, at: number): ReadStatement<Bindings> | null {
    if (!isOp(this.#tokens[at], "=")) return null;
    const call = readArguments(this.#tokens, at + 1);
    const [value] = call.positional.map((one) => this.#literal(one));
    if (method.text === "version" && value === undefined) {
      if (readsFile(this.#tokens, at + 1))
        this.#versionFile = readPath(this.#tokens, at + 1).path ?? this.#versionFile;
      this.#hasVersionConstant = true;
    }
    if (value !== undefined && !this.#values.has(method.text)) {
      this.#values.set(method.text, { text: value, line: method.line });
    }
    return { next: call.next };
  }

  /** `spec.metadata["allowed_push_host"] = "…"`. */
  #metadata(at: number): ReadStatement<Bindings> | null {
    const isPushHost = this.#tokens[at + 1]?.text === "allowed_push_host";
    if (!isOp(this.#tokens[at], "[") || !isPushHost || !isOp(this.#tokens[at + 3], "="))
      return null;
    const call = readArguments(this.#tokens, at + 4);
    this.#pushHost ??= call.positional.map(literal)[0];
    return { next: call.next };
  }

  #dependency(call: RubyCall, scope: Scope, bindings: Bindings, line: number): void {
    const [name, ...versions] = call.positional;
    if (name === undefined) return;
    const one = this.#literal(name);
    const bound = name.kind === "name" ? bindings.get(name.name) : undefined;
    const names = one === undefined ? (bound ?? []) : [one];
    if (names.length === 0) {
      this.#collector.problem("unsupported", "a dependency's name is not a literal", line);
    }
    const constraints = versions.flatMap((value) =>
      value.kind === "strings" ? value.values : (this.#literal(value) ?? []),
    );
    const constraint = constraints.length === 0 ? null : constraints.join(", ");
    for (const gem of names) this.#collector.dependency({ name: gem, constraint, scope, line });
  }

  #literal(value: RubyValue): string | undefined {
    return value.kind === "name" ? this.#known.get(value.name) : literal(value);
  }
}

function literal(value: RubyValue): string | undefined {
  return value.kind === "strings" && !value.isList ? value.values[0] : undefined;
}
