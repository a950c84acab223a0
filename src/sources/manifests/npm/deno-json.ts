import { CollectedFacts, type Use } from "../collected-facts.ts";
import { parseForgeArchive } from "../forge-archive.ts";
import { parseGitLocation } from "../git-location.ts";
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
import { kindOfName } from "../package-marks.ts";

const named = /^((?:@[^/@\s]{1,200}\/)?[^/@\s]{1,200})(?:@([^/\s]{1,100}))?/;
const denoLand = /^https:\/\/deno\.land\/x\/([^/@\s]{1,200})(?:@([^/\s]{1,100}))?/;
const cdn =
  /^https:\/\/(?:esm\.sh|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net\/npm)\/(?:v\d{1,4}\/)?/;

/**
 * deno.json, jsr.json and import maps: https://docs.deno.com/runtime/fundamentals/configuration/. Imports name packages of JSR
 * and npm, modules of deno.land, and files of repositories by their address.
 */
export const denoJson = manifestSource({
  id: "deno-json",
  version: 1,
  endings: ["json", "jsonc"],
  matches: (base) => /^(?:deno\.jsonc?|jsr\.jsonc?|import_?map\.json)$/.test(base),
  read({ path, text }) {
    const problems = new ManifestCollector("jsr");
    const root = parseJsonManifest(text, problems);
    if (root === null) return problems.facts();
    const facts = new CollectedFacts();
    offer(facts, root, new KeyLines(text, "nowhere").lineOf("name"));
    const scopes = Object.values(recordField(root, "scopes") ?? {});
    const lines = new KeyLines(text, "imports");
    for (const [key, value] of Object.entries(recordField(root, "imports") ?? {}))
      if (typeof value === "string") readImport(facts, path, value, lines.lineOf(key));
    for (const value of scopes.flatMap((scope) => Object.values(asRecord(scope) ?? {})))
      if (typeof value === "string") readImport(facts, path, value, null);
    const workspace = field(root, "workspace");
    for (const member of stringsOf(asRecord(workspace)?.["members"] ?? workspace))
      facts.workspace(member.replace(/^\.\//, ""));
    return facts.toFileFacts();
  },
});

function offer(facts: CollectedFacts, root: JsonRecord, line: number | null): void {
  const name = stringField(root, "name");
  if (name === undefined || field(root, "exports") === undefined) return;
  const version = stringField(root, "version") ?? null;
  facts.offer("jsr", name, { kind: kindOfName(name), version, isPrivate: version === null, line });
}

/** `npm:rail@2`, `jsr:@acme/rail@^2/lamp`, the same at an address of a CDN; false where it names no package of a registry. */
export function readPackageImport(
  facts: CollectedFacts,
  specifier: string,
  use: Pick<Use, "scope" | "line">,
): boolean {
  const [, protocol = "", rest = ""] = /^(npm|jsr):\/?(.{1,300})$/.exec(specifier) ?? [];
  const address = cdn.exec(specifier)?.[0];
  const [, name, constraint = null] =
    named.exec(address === undefined ? rest : specifier.slice(address.length)) ?? [];
  if (name === undefined || (protocol === "" && address === undefined)) return false;
  facts.use(protocol === "jsr" ? "jsr" : "npm", name, { ...use, constraint });
  return true;
}

function readImport(
  facts: CollectedFacts,
  path: string,
  specifier: string,
  line: number | null,
): void {
  const common = { scope: "runtime", line } as const;
  if (readPackageImport(facts, specifier, common)) return;
  const [, module, version = null] = denoLand.exec(specifier) ?? [];
  const archive = parseForgeArchive(specifier);
  if (module !== undefined) facts.use("deno", module, { ...common, constraint: version });
  else if (archive !== null) useRepository(facts, archive.origin, archive.revision, line);
  else if (specifier.startsWith("../")) {
    const target = pathTarget(path, specifier);
    if ("origin" in target) facts.problem("unsupported", `an import outside: ${specifier}`, line);
  }
}

function useRepository(
  facts: CollectedFacts,
  origin: string,
  constraint: string | null,
  line: number | null,
): void {
  const location = parseGitLocation(origin);
  if (location === null) return;
  const { type, name, ...parts } = location;
  facts.use(type, name, { ...parts, constraint, scope: "runtime", line });
}
