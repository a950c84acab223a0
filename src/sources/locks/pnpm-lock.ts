import { field, isRecord } from "../untrusted-value.ts";
import { failsafeDocuments, failsafeYaml } from "./failsafe-yaml.ts";
import type { LockSink } from "./lock-sink.ts";
import { compareText, type LockReader, type SegmentGrammar } from "./segment-grammar.ts";

/** Instead of the first slash the host of another registry may stand: `npm.example.org/ovens/1.2.0`. */
const host = String.raw`(?:[^/@\s]+\.[^/@\s]+)?\/`;
/** `/ovens/1.2.0_react@17.0.0` (version 5): the peers follow an underscore. */
const slashed = new RegExp(String.raw`^${host}((?:@[^/@]+\/)?[^/@]+)\/(\d[^/_]*)(?:_.*)?$`);
/** `/ovens@1.2.0` (6), `ovens@1.2.0` (9); peers stood in brackets. */
const joined = new RegExp(String.raw`^(?:${host})?((?:@[^/@]+\/)?[^/@]+)@(.+)$`);
/** From git or an archive: what is installed tells the version. */
const address = /[/:]/;
const local = /^(?:file|link|workspace):/;
const groups = ["dependencies", "devDependencies", "optionalDependencies"];
const sections = ["importers", "packages", ...groups];

/**
 * pnpm-lock.yaml, versions 5 to 9. What a member of the workspace depends on stands under `importers`, or at the root
 * where there is one project only (member `.`); all that is installed stands under `packages`, as seen by others only.
 */
export const pnpmLock: LockReader = {
  read: (text, sink) => {
    // What pnpm itself and its configuration depend on stands in a document of its own, before the other.
    for (const root of failsafeDocuments(text))
      for (const section of sections) {
        const held = field(root, section);
        if (!isRecord(held)) continue;
        for (const [key, value] of Object.entries(held)) readEntry(section, key, value, sink);
      }
  },
  grammarOf: () => pnpmGrammar,
};

function readEntry(section: string, key: string, value: unknown, sink: LockSink): void {
  if (section === "importers") {
    for (const group of groups) {
      const held = field(value, group);
      if (!isRecord(held)) continue;
      for (const [name, dependency] of Object.entries(held))
        readDependency(key, name, dependency, sink);
    }
  } else if (section === "packages") {
    const [, name, version] = pathParts(key) ?? [];
    const told = field(value, "name");
    // From git or an archive the key is an address, and the entry tells name and version.
    sink.add(
      "npm",
      typeof told === "string" ? told : (name ?? ""),
      field(value, "version") ?? version,
      {
        isNested: true,
      },
    );
  } else readDependency(".", key, value, sink);
}

function readDependency(member: string, alias: string, value: unknown, sink: LockSink): void {
  const written = typeof value === "string" ? value : field(value, "version");
  if (typeof written !== "string" || local.test(written)) return;
  const parts = pathParts(written);
  const bare = withoutPeers(written);
  if (address.test(parts?.[2] ?? bare)) return;
  const [, name = alias, version = bare] = parts ?? [];
  const specifier = field(value, "specifier");
  sink.add("npm", name, version, {
    member,
    ...(typeof specifier === "string" ? { range: specifier } : {}),
  });
}

/** Name and version of a key of `packages`; null for a bare version and for what is local. */
function pathParts(path: string): RegExpExecArray | null {
  const found = slashed.exec(path) ?? joined.exec(withoutBrackets(path));
  return found === null || /^\d/.test(withoutPeers(path)) || local.test(found[2] ?? "")
    ? null
    : found;
}

function withoutBrackets(text: string): string {
  return text.split("(", 1)[0] ?? "";
}

function withoutPeers(version: string): string {
  const text = withoutBrackets(version);
  return /^\d/.test(text) ? (text.split("_", 1)[0] ?? "") : text;
}

const space = 32;
const lineFeed = 10;
const rootLine = /^([A-Za-z][A-Za-z0-9]*):(?: |\n|$)/;
/** Carriage returns and tabs mean more to YAML than to us. */
const foreignLayout = /[\r\t]/;

/** Segments stand at the first column or at two spaces, and are YAML of their own; contexts: `root` or a section. */
const pnpmGrammar: SegmentGrammar = {
  initial: "root",
  startsSegment: (content, at) => {
    if (content[at] !== space) return content[at] !== lineFeed;
    return content[at + 1] === space && content[at + 2] !== space && content[at + 2] !== 58;
  },
  read: (segment, context, sink) => {
    if (foreignLayout.test(segment)) return null;
    if (segment.startsWith("  ")) return readMember(segment, context, sink) ? context : null;
    const name = rootLine.exec(segment)?.[1];
    if (name === undefined) return null;
    sink.claim(name);
    if (segment.trimEnd() === `${name}:`) return name;
    const isOther = !sections.includes(name) && loadOrNull(segment) !== null;
    return isOther ? "root" : null;
  },
  isComplete: () => true,
  sortKey: (head) => head.trimStart().replace(/^['"]/, ""),
  compare: compareText,
};

function readMember(segment: string, section: string, sink: LockSink): boolean {
  const held = section === "root" || !/^ {2}[^ #\n]/.test(segment) ? null : loadOrNull(segment);
  if (held === null) return false;
  for (const [key, value] of Object.entries(held)) {
    sink.claim(`${section}\n${key}`);
    if (sections.includes(section)) readEntry(section, key, value, sink);
  }
  return true;
}

function loadOrNull(text: string): Record<string, unknown> | null {
  try {
    return failsafeYaml(text);
  } catch {
    return null;
  }
}
