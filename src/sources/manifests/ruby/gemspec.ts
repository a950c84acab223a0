import type { Scope } from "#evidence/facts.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { deprecationWords, kindOfName } from "../package-marks.ts";
import { readArguments, type RubyCall, type RubyValue } from "./ruby-arguments.ts";
import { isOp, type ReadStatement, readEach, walkStatements } from "./ruby-blocks.ts";
import { type RubyToken, tokenizeRuby } from "./ruby-tokens.ts";

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
  version: 1,
  matches: (base) => base.endsWith(".gemspec"),
  read: ({ text }) => new GemspecReader(text).read(),
});

class GemspecReader {
  readonly #collector = new ManifestCollector("gem");
  readonly #values = new Map<string, { readonly text: string; readonly line: number }>();
  readonly #tokens: readonly RubyToken[];
  readonly #unterminatedAt: number | null;
  readonly #conflictAt: number | null;
  #pushHost: string | undefined;

  constructor(text: string) {
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
      version: this.#values.get("version")?.text ?? null,
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
    const [value] = call.positional.map(literal);
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
    const one = literal(name);
    const bound = name.kind === "name" ? bindings.get(name.name) : undefined;
    const names = one === undefined ? (bound ?? []) : [one];
    if (names.length === 0) {
      this.#collector.problem("unsupported", "a dependency's name is not a literal", line);
    }
    const constraints = versions.flatMap((value) => (value.kind === "strings" ? value.values : []));
    const constraint = constraints.length === 0 ? null : constraints.join(", ");
    for (const gem of names) this.#collector.dependency({ name: gem, constraint, scope, line });
  }
}

function literal(value: RubyValue): string | undefined {
  return value.kind === "strings" && !value.isList ? value.values[0] : undefined;
}
