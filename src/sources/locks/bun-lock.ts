import { parse, type ParseError } from "jsonc-parser";
import { field, isRecord } from "../untrusted-value.ts";
import type { LockReader } from "./segment-grammar.ts";

/** `@acme/rail@1.2.0` as the first item of an entry: the real name, whatever the key calls it. */
const resolved = /^(@[^/@]+\/[^@]+|[^@]+)@(.*)$/s;
const local = /^(?:workspace|link|file|root):|^\.{0,2}\//;
const archive = /-(\d+\.\d+\.\d+[^/]{0,50})\.tgz$/;

/**
 * bun.lock: JSON with commas at ends. A key is the place of a package: `rail` is seen by all, `shop/rail` by the member of the
 * workspace that is called `shop`, else only by the package of that name.
 */
export const bunLock: LockReader = {
  read: (text, sink) => {
    const errors: ParseError[] = [];
    const root: unknown = parse(text, errors, { allowTrailingComma: true });
    if (errors.length > 0 || !isRecord(root)) throw new SyntaxError("not a bun.lock");
    const members = membersOf(field(root, "workspaces"));
    const packages = field(root, "packages");
    if (!isRecord(packages)) return;
    for (const [key, entry] of Object.entries(packages)) {
      const first: unknown = Array.isArray(entry) ? entry[0] : undefined;
      const [, name = "", written = ""] =
        typeof first === "string" ? (resolved.exec(first) ?? []) : [];
      if (name === "" || local.test(written)) continue;
      const outer = outerOf(key);
      const member = members.get(outer);
      sink.add("npm", name, versionOf(written), {
        isNested: outer !== "" && member === undefined,
        ...(member === undefined ? {} : { member }),
      });
    }
  },
  grammarOf: () => null,
};

/** Folder of each member of the workspace by its name; that of the root is told by nobody. */
function membersOf(workspaces: unknown): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  if (!isRecord(workspaces)) return members;
  for (const [folder, held] of Object.entries(workspaces)) {
    const name = field(held, "name");
    if (typeof name === "string" && folder !== "") members.set(name, folder);
  }
  return members;
}

/** What stands before the name of the package in its place. */
function outerOf(place: string): string {
  const last = place.lastIndexOf("/");
  if (last === -1) return "";
  const before = place.slice(0, last);
  const scope = before.lastIndexOf("/") + 1;
  if (before[scope] !== "@") return before;
  return scope === 0 ? "" : before.slice(0, scope - 1);
}

/** Of git the commit; of an archive the version in its name. */
function versionOf(written: string): string {
  const hash = written.indexOf("#");
  if (hash !== -1) return written.slice(hash + 1);
  return archive.exec(written)?.[1] ?? written;
}
