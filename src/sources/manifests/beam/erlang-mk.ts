import { CollectedFacts } from "../collected-facts.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const inclusion = /^\s{0,10}-?include\s[^#\n]{0,300}\berlang\.mk\b/m;
const assignment = /^([A-Za-z_]\w{0,100})\s{0,20}(?:\?|::?|\+)?=\s{0,20}(.*)$/s;
const lists: ReadonlyMap<string, Scope> = new Map([
  ["DEPS", "runtime"],
  ["BUILD_DEPS", "build"],
  ["REL_DEPS", "build"],
  ["TEST_DEPS", "test"],
  ["DOC_DEPS", "development"],
  ["SHELL_DEPS", "development"],
]);
const ofGit: ReadonlySet<string> = new Set(["git", "git-submodule", "git-subfolder", "hg"]);
const mostCharacters = 300_000;

interface Place {
  readonly name: string;
  readonly constraint: string | null;
  readonly localPath?: string;
  readonly origin?: string;
}

/** A Makefile that includes erlang.mk: `DEPS`, `dep_NAME = git ADDRESS COMMIT`, https://erlang.mk/guide/deps.html. */
export const erlangMk = manifestSource({
  id: "erlang-mk",
  version: 1,
  endings: ["makefile", "gnumakefile"],
  matches: (base) => /^(?:GNUm|[Mm])akefile$/.test(base),
  read({ path, text }) {
    if (!inclusion.test(text)) return {};
    const facts = new CollectedFacts();
    if (text.length > mostCharacters) {
      facts.problem("too-large", "Makefile over 300,000 characters: its DEPS are not read");
      return facts.toFileFacts();
    }
    const values = new Map<string, string>();
    const used = new Map<string, { readonly scope: Scope; readonly line: number }>();
    for (const { content, line } of logicalLines(text)) {
      const [, key = "", value = ""] = assignment.exec(content) ?? [];
      const scope = lists.get(key);
      if (scope === undefined) values.set(key, value.trim());
      else
        for (const name of value.split(/\s+/))
          if (/^[a-z]\w{0,100}$/.test(name) && !used.has(name)) used.set(name, { scope, line });
    }
    const project = values.get("PROJECT") ?? "";
    if (/^[a-z]\w{0,100}$/.test(project))
      facts.offer("hex", project, {
        kind: kindOfName(project.replaceAll("_", "-")),
        version: literal(values.get("PROJECT_VERSION")),
        description: values.get("PROJECT_DESCRIPTION") ?? null,
        line: 1,
      });
    for (const [name, { scope, line }] of used) {
      const { name: called, ...place } = placeOf(path, name, values);
      facts.use("hex", called, { ...place, scope, line });
    }
    return facts.toFileFacts();
  },
});

/** Lines joined where they end in a backslash, without comments. */
function* logicalLines(text: string): Generator<{ content: string; line: number }> {
  let pending: string[] = [];
  let start = 1;
  let number = 0;
  for (const written of text.split(/\r?\n/)) {
    number += 1;
    if (pending.length === 0) start = number;
    const hash = written.indexOf("#");
    const content = hash === -1 ? written : written.slice(0, hash);
    const isContinued = content.endsWith("\\");
    pending.push(isContinued ? content.slice(0, -1) : content);
    if (isContinued) continue;
    yield { content: pending.join(" "), line: start };
    pending = [];
  }
}

/** `git ADDRESS COMMIT`, `hex VERSION [PACKAGE]`, `cp PATH`, `ADDRESS COMMIT` of old; without one the package of that name. */
function placeOf(path: string, name: string, values: ReadonlyMap<string, string>): Place {
  const commit = literal(values.get(`dep_${name}_commit`));
  const words = (values.get(`dep_${name}`) ?? "").split(/\s+/);
  const [method = "", where = "", version] = words;
  if (method === "hex")
    return {
      name: version ?? name,
      constraint: commit ?? literal(where),
    };
  if (method === "cp" || method === "ln") {
    const local = where.replace(/^\$[({]CURDIR[)}]\//, "");
    // Computed when it is built: where it lies is unknown, but it is not the registry.
    const isComputed = local === "" || local.includes("$");
    return {
      name,
      constraint: null,
      ...(isComputed ? { origin: "file:" } : pathTarget(path, local)),
    };
  }
  const isOld = /^(?:[a-z+]{2,10}:\/\/|git@)/.test(method);
  const address = isOld ? method : ofGit.has(method) ? where : "";
  const revision = commit ?? literal(isOld ? where : version);
  // An address in a variable is not known here.
  if (address === "" || address.includes("$")) return { name, constraint: commit };
  return { name, constraint: revision, origin: gitOrigin(address) };
}

function literal(text: string | undefined): string | null {
  return text === undefined || text === "" || text.includes("$") ? null : text;
}
