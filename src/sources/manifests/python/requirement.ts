import { parseForgeArchive } from "../forge-archive.ts";
import { gitOrigin } from "../origin.ts";

/** A dependency specifier of PEP 508, without its extras and environment marker. */
export interface Requirement {
  readonly name: string;
  /** As written, without blanks: `>=2.1,<3`; null where any version will do. */
  readonly constraint: string | null;
  readonly origin?: string;
}

const namePattern =
  /^([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)\s{0,50}(?:\[[^\]]{0,300}\])?\s{0,50}/;
const versions = /^\(?\s{0,50}((?:===?|~=|!=|<=?|>=?)[^;#)]{1,300})/;

const cacheLimit = 20_000;
const longestKept = 300;
/** From one version of a file to the next nearly all lines are the same. */
const cache = new Map<string, Requirement | null>();

/** Null where the text is no specifier. */
export function parseRequirement(text: string): Requirement | null {
  if (text.length > longestKept) return readRequirement(text);
  const known = cache.get(text);
  if (known !== undefined) return known;
  const read = readRequirement(text);
  // The limit keeps hostile files from filling memory.
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text, read);
  return read;
}

function readRequirement(text: string): Requirement | null {
  const trimmed = text.trim();
  const found = namePattern.exec(trimmed);
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  const rest = trimmed.slice(found[0].length);
  if (rest.startsWith("@")) return fromUrl(name, rest.slice(1).trim());
  if (rest === "" || rest.startsWith(";")) return { name, constraint: null };
  const constraint = versions.exec(rest)?.[1];
  return constraint === undefined ? null : { name, constraint: constraint.replace(/\s+/g, "") };
}

/** `git+https://host/owner/rail.git@v1#egg=rail`: where it comes from; the part behind `@` is a branch, tag or commit. */
export function fromUrl(name: string, url: string): Requirement {
  const bare = url.split(/[\s;]/, 1)[0] ?? "";
  const archive = parseForgeArchive(bare);
  if (archive !== null) return { name, constraint: archive.revision, origin: archive.origin };
  const withoutFragment = bare.split("#", 1)[0] ?? "";
  const at = withoutFragment.lastIndexOf("@");
  const hasRevision = at > withoutFragment.lastIndexOf("/") && at > 0;
  const place = hasRevision ? withoutFragment.slice(0, at) : withoutFragment;
  const constraint = hasRevision ? withoutFragment.slice(at + 1) : null;
  return { name, constraint, origin: gitOrigin(place) };
}

/** The name in `#egg=rail[extra]&subdirectory=…`. */
export function eggName(url: string): string | null {
  return /[#&]egg=([A-Za-z0-9][\w.-]{0,200})/.exec(url)?.[1] ?? null;
}

/** The last word of a git address without an `egg`: its repository, or the folder of it that is meant. */
export function repositoryName(url: string): string | null {
  if (!/^(?:git\+|git:\/\/|git@)/.test(url)) return null;
  const folder = /[#&]subdirectory=([^&\s]{1,300})/.exec(url)?.[1];
  const place = folder ?? fromUrl("", url).origin ?? "";
  return /([A-Za-z0-9][\w.-]{0,200})\/?$/.exec(place)?.[1] ?? null;
}
