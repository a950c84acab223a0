import { lineNumbers } from "#evidence/line-numbers.ts";
import { blankComments, enclosed } from "../balanced.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { parseForgeArchive, type ForgeArchive } from "../forge-archive.ts";
import { parseGitLocation } from "../git-location.ts";
import { coordinatesOf } from "../jvm/coordinates.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";

const call =
  /^\s{0,20}(module|bazel_dep|git_override|archive_override|single_version_override|git_repository|new_git_repository|http_archive|maven_install|maven\.(?:install|artifact))\s{0,20}(?=\()/gm;
const constant = /^([A-Z_a-z]\w{0,100})\s{0,20}=\s{0,20}"([^"\n]{1,200})"\s{0,20}$/gm;
const mostCalls = 2_000;
const mostConstants = 500;
const mostArtifacts = 2_000;

/**
 * MODULE.bazel and WORKSPACE: modules of the registry in the version that an override gives, repositories by git address or archive,
 * artefacts of Maven, where these are literals or names that the file gives to one.
 */
export const moduleBazel = manifestSource({
  id: "bazel-module",
  version: 2,
  endings: ["bazel", "workspace", "bzlmod"],
  matches: (base) =>
    /^(?:MODULE\.bazel|[\w-]{1,60}\.MODULE\.bazel|WORKSPACE(?:\.bazel|\.bzlmod)?)$/.test(base),
  read(file) {
    const facts = new CollectedFacts();
    const text = blankComments(file.text, "hash");
    const lineOf = lineNumbers(text);
    const constants = new Map(
      [...text.matchAll(constant)]
        .slice(0, mostConstants)
        .map(([, name = "", value = ""]): [string, string] => [name, value]),
    );
    const calls = [...text.matchAll(call)].slice(0, mostCalls).flatMap((found) => {
      const body = enclosed(text, found.index + found[0].length)?.text;
      const line = lineOf(found.index + found[0].search(/\S/));
      return body === undefined ? [] : [new Call(found[1] ?? "", body, line, constants)];
    });
    const instead = new Map(calls.flatMap((one) => one.versionInstead()));
    for (const one of calls) readCall(facts, one, instead);
    return facts.toFileFacts();
  },
});

class Call {
  readonly verb: string;
  readonly body: string;
  readonly line: number;
  readonly #constants: ReadonlyMap<string, string>;

  constructor(verb: string, body: string, line: number, constants: ReadonlyMap<string, string>) {
    this.verb = verb;
    this.body = body;
    this.line = line;
    this.#constants = constants;
  }

  text(key: string): string | null {
    const [, written, name] =
      new RegExp(
        `\\b${key}\\s{0,20}=\\s{0,20}(?:\\[?\\s{0,20}"([^"\\n]{1,500})"|([A-Z_a-z]\\w{0,100})\\s{0,20}(?:[,)\\n]|$))`,
      ).exec(this.body) ?? [];
    return written ?? this.#constants.get(name ?? "") ?? null;
  }

  name(): string | null {
    return this.text("name") ?? this.text("module_name");
  }

  archive(): ForgeArchive | null {
    return parseForgeArchive(this.text("urls?") ?? "");
  }

  /** Tag, archive or commit of what a repository is taken at. */
  revision(): string | null {
    return this.text("tag") ?? this.archive()?.revision ?? this.text("commit");
  }

  /** What an override puts in the place of the version that is asked for. */
  versionInstead(): (readonly [name: string, version: string])[] {
    const isOverride = this.verb.endsWith("_override");
    const name = isOverride ? this.name() : null;
    const isSingle = this.verb === "single_version_override";
    const version = isSingle ? this.text("version") : this.revision();
    return name === null || version === null ? [] : [[name, version]];
  }
}

function readCall(facts: CollectedFacts, one: Call, instead: ReadonlyMap<string, string>): void {
  const { verb, body, line } = one;
  const name = one.name();
  const version = one.text("version");
  if (verb === "single_version_override") return;
  if (verb.startsWith("maven")) {
    useArtefacts(facts, one);
    return;
  }
  if (verb === "module") {
    if (name !== null) facts.offer("bazel", name, { kind: kindOfName(name), version, line });
    return;
  }
  if (verb === "bazel_dep") {
    const isDevelopment = /\bdev_dependency\s{0,20}=\s{0,20}True/.test(body);
    const scope = isDevelopment ? "development" : "runtime";
    const constraint = instead.get(name ?? "") ?? version;
    if (name !== null) facts.use("bazel", name, { scope, constraint, line });
    return;
  }
  const location = parseGitLocation(one.text("remote") ?? one.archive()?.origin ?? "");
  if (location === null) return;
  const { type, name: repository, ...parts } = location;
  const constraint = one.revision();
  facts.use(type, repository, { ...parts, scope: "runtime", constraint, line });
}

/** `maven.install(artifacts = ["group:name:version"])` and `maven.artifact(group = …)` of rules_jvm_external. */
function useArtefacts(facts: CollectedFacts, one: Call): void {
  const [group, name] = [one.text("group"), one.text("artifact")];
  const use = { scope: "runtime", line: one.line } as const;
  if (one.verb === "maven.artifact") {
    if (group !== null && name !== null)
      facts.use("maven", name, { ...use, namespace: group, constraint: one.text("version") });
    return;
  }
  const list = /\bartifacts\s{0,20}=\s{0,20}\[([^\]]{0,200000})\]/.exec(one.body)?.[1] ?? "";
  for (const [, text = ""] of [...list.matchAll(/"([^"\n]{1,300})"/g)].slice(0, mostArtifacts)) {
    const artefact = coordinatesOf(text);
    if (artefact === null) continue;
    const { group: namespace, name: artifact, version } = artefact;
    facts.use("maven", artifact, { ...use, namespace, constraint: version });
  }
}
