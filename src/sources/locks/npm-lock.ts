import { jsonReader } from "./json-grammar.ts";
import type { LockSink } from "./lock-sink.ts";
import { field, isRecord } from "../untrusted-value.ts";

const collator = new Intl.Collator("en");
const folder = "node_modules/";
const sections = ["packages", "dependencies"];
const alias = /^npm:(@?[^@]+)@(.+)$/;
const local = /^(?:file|link|workspace):/;
/** An address instead of a version: of git its commit, of an archive the version that its name ends with. */
const address = /^[a-z+]{1,20}:.{0,1000}?(?:#(?:semver:)?([^#]+)|-(\d+\.\d+\.\d+[^/]{0,50})\.tgz)$/;

/**
 * package-lock.json and npm-shrinkwrap.json, versions 1 to 3. Node finds a package in the nearest node_modules folder:
 * what lies in the root's is seen by the project and its workspace members, what lies in a member's by that member,
 * and what lies in another package's by nobody who declares it. Links and members themselves are not locked packages.
 */
export const npmLock = jsonReader({
  isSection: (name) => sections.includes(name),
  firstOf: sections,
  readEntry: (section, key, value, sink) => {
    if (key === null || !isRecord(value)) return;
    if (section === "packages") readPlace(key, value, sink);
    else readTree(key, value, sink);
  },
  // npm sorts by this locale, not by code points.
  compare: (first, second) => collator.compare(first, second),
});

/** Versions 2 and 3: each key is a folder. */
function readPlace(path: string, value: Record<string, unknown>, sink: LockSink): void {
  const last = path.lastIndexOf(folder);
  if (last === -1 || value["link"] === true) return;
  const first = path.indexOf(folder);
  const inFolder = path.slice(last + folder.length);
  // An alias keeps the name of the folder and tells its own.
  const name = typeof value["name"] === "string" ? value["name"] : inFolder;
  sink.add("npm", name, value["version"], {
    ...(first === last ? {} : { isNested: true }),
    ...(first > 0 && first === last ? { member: path.slice(0, first - 1) } : {}),
  });
}

/** Version 1: each package holds the packages of its own node_modules folder. */
function readTree(root: string, value: Record<string, unknown>, sink: LockSink): void {
  const left: [string, unknown, boolean][] = [[root, value, false]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [key, held, isNested] = next;
    const version = field(held, "version");
    if (typeof version === "string" && !local.test(version)) {
      const [, name = key, aliased = version] = alias.exec(version) ?? [];
      const [, commit, released] = address.exec(aliased) ?? [];
      sink.add("npm", name, commit ?? released ?? aliased, { isNested });
    }
    const inner = field(held, "dependencies");
    if (isRecord(inner))
      for (const [name, child] of Object.entries(inner)) left.push([name, child, true]);
  }
}
