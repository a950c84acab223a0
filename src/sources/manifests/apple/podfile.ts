import {
  asRecord,
  field,
  type JsonRecord,
  KeyLines,
  parseJsonManifest,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import { readArguments, type RubyCall } from "../ruby/ruby-arguments.ts";
import { isOp, type ReadStatement, walkStatements } from "../ruby/ruby-blocks.ts";
import { type RubyToken, tokenizeRuby } from "../ruby/ruby-tokens.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** Podfile: https://guides.cocoapods.org/syntax/podfile.html. Only literals are read. */
export const podfile = manifestSource({
  id: "cocoapods-podfile",
  version: 1,
  endings: ["podfile"],
  matches: (base) => base === "Podfile" || base.endsWith(".podfile"),
  read({ path, text }) {
    const collector = new ManifestCollector("cocoapods");
    const { tokens } = tokenizeRuby(text);
    walkStatements<Scope>(tokens, "runtime", (at, scope) => {
      const token = tokens[at];
      if (token?.kind !== "word") return null;
      if (token.text === "target" || token.text === "abstract_target")
        return targetBlock(readArguments(tokens, at + 1), scope);
      if (token.text !== "pod") return null;
      const call = readArguments(tokens, at + 1);
      readPod(collector, path, call, scope, token.line);
      return { next: call.next };
    });
    return collector.facts();
  },
});

/** `target "RailTests" do`: what it adds is for tests. */
function targetBlock(call: RubyCall, scope: Scope): ReadStatement<Scope> {
  const [name] = call.positional;
  const text = name?.kind === "strings" ? (name.values[0] ?? "") : "";
  return { next: call.next, inner: /Tests?$/i.test(text) ? "test" : scope };
}

function readPod(
  collector: ManifestCollector,
  path: string,
  call: RubyCall,
  scope: Scope,
  line: number,
): void {
  const [name, ...versions] = textsOf(call);
  if (name === undefined) {
    collector.problem("unsupported", "pod: its name is not a literal", line);
    return;
  }
  const named = (key: string): string | undefined => {
    const value = call.named.get(key);
    return value?.kind === "strings" ? value.values[0] : undefined;
  };
  const [git, local] = [named("git"), named("path") ?? named("podspec")];
  const revision = named("tag") ?? named("commit") ?? null;
  const constraint = versions.length === 0 ? revision : versions.join(", ");
  const isLocal = local !== undefined && !local.includes("://");
  collector.dependency({
    // `Firebase/Core` is a part of the pod Firebase.
    name: name.split("/", 1)[0] ?? name,
    constraint,
    scope,
    line,
    ...(isLocal ? pathTarget(path, local.replace(/\/[^/]{1,200}\.podspec(?:\.json)?$/, "")) : {}),
    ...(git === undefined ? {} : { origin: gitOrigin(git) }),
  });
}

/** `Tram/2.0.0/Tram.podspec` of a repository of specs: the pod is kept elsewhere. */
const listed = /(?:^|\/)([^/]{1,200})\/\d[^/]{0,60}\/\1\.podspec(?:\.json)?$/;

/** *.podspec.json: what `pod ipc spec` writes. Parts of a pod need what they list. */
export const podspecJson = manifestSource({
  id: "cocoapods-podspec-json",
  version: 1,
  endings: ["json"],
  matches: (base, path) => base.endsWith(".podspec.json") && !listed.test(path),
  read({ text }) {
    const collector = new ManifestCollector("cocoapods");
    const root = parseJsonManifest(text, collector);
    const name = root === null ? undefined : stringField(root, "name");
    if (root === null || name === undefined) return collector.facts();
    collector.package({
      name,
      kind: kindOfName(name),
      version: stringField(root, "version") ?? null,
      description: stringField(root, "summary"),
      line: new KeyLines(text, "nowhere").lineOf("name"),
    });
    const parts = [root, ...podParts(root)];
    for (const [index, part] of parts.entries())
      for (const [pod, versions] of Object.entries(recordField(part, "dependencies") ?? {})) {
        const used = pod.split("/", 1)[0] ?? pod;
        const constraint = (typeof versions === "string" ? [versions] : stringsOf(versions)).join(
          ", ",
        );
        const line = index === 0 ? new KeyLines(text, "dependencies").lineOf(pod) : null;
        if (used !== name)
          collector.dependency({
            name: used,
            constraint: constraint === "" ? null : constraint,
            scope: "runtime",
            line,
          });
      }
    return collector.facts();
  },
});

/** Subspecs, one below the other. */
function podParts(root: JsonRecord, depth = 0): JsonRecord[] {
  const parts = field(root, "subspecs");
  if (depth > 8 || !Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown) => {
    const record = asRecord(part) ?? {};
    return [record, ...podParts(record, depth + 1)];
  });
}

/** *.podspec: name, version and dependencies; those of test_spec blocks are for tests. */
export const podspec = manifestSource({
  id: "cocoapods-podspec",
  version: 2,
  endings: ["podspec"],
  matches: (base, path) => base.endsWith(".podspec") && !listed.test(path),
  read: ({ text }) => new PodspecReader(text).read(),
});

class PodspecReader {
  readonly #collector = new ManifestCollector("cocoapods");
  readonly #tokens: readonly RubyToken[];
  readonly #values = new Map<string, { readonly text: string; readonly line: number }>();

  constructor(text: string) {
    this.#tokens = tokenizeRuby(text).tokens;
  }

  read(): ReturnType<ManifestCollector["facts"]> {
    walkStatements<Scope>(this.#tokens, "runtime", (at, scope) => this.#statement(at, scope));
    const name = this.#values.get("name");
    if (name === undefined) {
      this.#collector.problem("unsupported", "the pod's name is not a literal");
      return this.#collector.facts();
    }
    this.#collector.package({
      name: name.text,
      kind: kindOfName(name.text),
      version: this.#values.get("version")?.text ?? null,
      description: this.#values.get("summary")?.text,
      deprecated: this.#values.has("deprecated_in_favor_of")
        ? `deprecated in favour of ${this.#values.get("deprecated_in_favor_of")?.text ?? ""}`
        : undefined,
      line: name.line,
    });
    return this.#collector.facts();
  }

  #statement(at: number, scope: Scope): ReadStatement<Scope> | null {
    const method = this.#tokens[at + 2];
    if (this.#tokens[at]?.kind !== "word" || !isOp(this.#tokens[at + 1], ".")) return null;
    if (method?.kind !== "word") return null;
    if (method.text === "test_spec") return { next: at + 3, inner: "test" };
    if (method.text === "dependency") {
      const call = readArguments(this.#tokens, at + 3);
      const [name, ...versions] = textsOf(call);
      const constraint = versions.length === 0 ? null : versions.join(", ");
      const own = this.#values.get("name")?.text;
      const pod = name?.split("/", 1)[0];
      if (pod !== undefined && pod !== own)
        this.#collector.dependency({ name: pod, constraint, scope, line: method.line });
      return { next: call.next };
    }
    if (!isOp(this.#tokens[at + 3], "=")) return null;
    const call = readArguments(this.#tokens, at + 4);
    const [text] = textsOf(call);
    if (text !== undefined && !this.#values.has(method.text))
      this.#values.set(method.text, { text, line: method.line });
    return { next: call.next };
  }
}

function textsOf(call: RubyCall): string[] {
  return call.positional.flatMap((value) => (value.kind === "strings" ? [...value.values] : []));
}
