import type { ParsedAddress, RawAddress } from "./address-parts.ts";

/** Segments of the repository's path, and what the address names within it. */
interface Place {
  readonly repository: readonly string[];
  readonly ref?: string | null;
  readonly within?: readonly string[];
}

interface OnHost {
  readonly host: string;
  readonly place: Place | null;
}

/** Hosts where a repository is exactly `owner/name`; what follows is a page or a folder. */
const twoSegments: ReadonlySet<string> = new Set(["github.com", "bitbucket.org", "codeberg.org"]);
/** Followed by a branch, tag or commit, then by a path. */
const views: ReadonlySet<string> = new Set([
  "tree",
  "blob",
  "raw",
  "edit",
  "blame",
  "commits",
  "commit",
  "archive",
  "tarball",
  "zipball",
]);
/** What was packed of a version: the file's ending is none of its name. */
const archives: ReadonlySet<string> = new Set(["archive", "tarball", "zipball", "get"]);
/** Views of which no group of a self-managed GitLab is likely to have the name. */
const plainViews: ReadonlySet<string> = new Set(["tree", "blob", "raw", "blame"]);
const packed = /\.(?:tar\.(?:gz|bz2|xz)|tgz|tar|zip)$/;
const pages: ReadonlySet<string> = new Set([
  "issues",
  "pull",
  "pulls",
  "pull-requests",
  "merge_requests",
  "wiki",
  "releases",
  "actions",
  "discussions",
  "compare",
  "tags",
  "branches",
  "packages",
]);
const sourceKinds: ReadonlySet<string> = new Set(["branch", "tag", "commit"]);
const contexts: ReadonlySet<string> = new Set(["bitbucket", "stash", "git"]);

/** The repository and the place within it that the path of an address means on its host; null where that is none. */
export function placeOnHost(raw: RawAddress): ParsedAddress | null {
  const { body, folder, revision } = withoutTail(raw.path);
  const segments = clean(body, raw.user);
  if (segments === null) return null;
  const isSure = !raw.isWeb || hasDotGit(segments);
  let found = onHost(raw.host, segments, isSure);
  const { place } = found;
  // Until it stays: what an address comes to must come to itself.
  for (let rounds = 0; found.place !== null; rounds++) {
    const repository = withoutDotGit(found.place.repository);
    const isPage = !isSure && repository.length === 1 && found.host !== "gist.github.com";
    if (repository.length === 0 || isPage || rounds === mostRounds) return null;
    const next = onHost(found.host, repository, isSure);
    if (next.host !== found.host || !isSame(next.place?.repository, repository)) {
      found = next;
      continue;
    }
    return {
      host: found.host,
      path: repository.map(encode).join("/"),
      // Behind the version stands a file.
      ref: place?.ref ?? (raw.host === cdn ? revision?.split("/", 1)[0] : revision) ?? refOf(raw),
      folder: [...(place?.within ?? []), ...folder].join("/"),
    };
  }
  return null;
}

const mostRounds = 8;
/** Serves files of GitHub as `gh/owner/name@version/file`. */
const cdn = "cdn.jsdelivr.net";

function isSame(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a?.length === b.length && b.every((segment, index) => segment === a[index]);
}

/** Parts the path from `//folder`, from `.git/folder` and from pip's `@revision`. */
function withoutTail(path: string): {
  body: string;
  folder: readonly string[];
  revision: string | null;
} {
  const marker = path.search(/\/\/[^/]/);
  const repository = marker === -1 ? path : path.slice(0, marker);
  const named = marker === -1 ? [] : folderSegments(path.slice(marker + 2));
  const at = repository.search(/[^/@]@[^/]/);
  const body = at === -1 ? repository : repository.slice(0, at + 1);
  const revision = at === -1 ? null : repository.slice(at + 2).slice(0, 200);
  const dotGit = body.search(/[^/]\.git\/[^/]/i);
  if (dotGit === -1) return { body, folder: named, revision };
  const inside = folderSegments(body.slice(dotGit + 6));
  return { body: body.slice(0, dotGit + 5), folder: [...inside, ...named], revision };
}

function folderSegments(path: string): string[] {
  const segments = decode(path).split("/");
  return segments.filter((segment) => segment !== "" && segment !== ".");
}

/** Decoded; dots followed; the home folder of `git` is the root of its host. Null where nothing sensible is left. */
function clean(path: string, user: string | null): string[] | null {
  const segments: string[] = [];
  const isGit = user === null || user === "git";
  for (const segment of decode(path).split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") {
      if (segments.pop() === undefined) return null;
    } else if (segment === "~" && segments.length === 0) {
      if (!isGit) segments.push(`~${user}`);
    } else segments.push(segment);
  }
  const isPlain = segments.every((segment) => segment.length <= 255 && !/\p{Cc}/u.test(segment));
  return isPlain && segments.length > 0 && segments.length <= 30 ? segments : null;
}

function onHost(host: string, segments: readonly string[], isSure: boolean): OnHost {
  const ofGitHub = fromGitHub(host, segments);
  if (ofGitHub !== null) return ofGitHub;
  if (host === "dev.azure.com") return { host, place: onAzure(segments) };
  const [, organisation] = /^([\w-]{1,100})\.visualstudio\.com$/.exec(host) ?? [];
  if (organisation !== undefined) {
    const path = segments.filter((one) => one.toLowerCase() !== "defaultcollection");
    const place = onAzure(organisation === "vs-ssh" ? path : [organisation, ...path]);
    return { host: "dev.azure.com", place };
  }
  if (/^git-codecommit[.-]|\.console\.aws\.amazon\.com$/.test(host))
    return onCodeCommit(host, segments);
  const place = twoSegments.has(host)
    ? onTwoSegments(host, segments)
    : onAnyHost(host, segments, isSure);
  return { host, place };
}

function onCodeCommit(host: string, segments: readonly string[]): OnHost {
  const console = /^([a-z0-9-]{1,40})\.console\./.exec(host)?.[1];
  if (console === undefined) {
    const isRepository = segments[0] === "v1" && segments[1] === "repos" && segments.length > 2;
    const place = isRepository ? { repository: segments.slice(0, 3) } : null;
    return { host: host.replace("git-codecommit-fips.", "git-codecommit."), place };
  }
  const at = segments.indexOf("repositories");
  const name = segments[0] === "codesuite" && at > 0 ? segments[at + 1] : undefined;
  const place = name === undefined ? null : { repository: ["v1", "repos", name] };
  return { host: `git-codecommit.${console}.amazonaws.com`, place };
}

function fromGitHub(host: string, segments: readonly string[]): OnHost | null {
  const at = (place: Place | null): OnHost => ({ host: "github.com", place });
  const [owner = "", name = "", ...rest] = segments;
  switch (host) {
    case "raw.githubusercontent.com":
    case "raw.github.com":
      return at(name === "" ? null : { repository: [owner, name], ...viewed(rest) });
    case "codeload.github.com":
      return at(name === "" ? null : { repository: [owner, name], ref: viewed(rest.slice(1)).ref });
    case cdn:
      return at(
        owner === "gh" && rest.length > 0 ? { repository: [name, ...rest.slice(0, 1)] } : null,
      );
    case "api.github.com":
      return at(owner === "repos" ? onTwoSegments("github.com", segments.slice(1)) : null);
    case "gist.github.com":
    case "gist.githubusercontent.com": {
      // Its owner is left out of many spellings: the number alone says which.
      const id = segments.findIndex((one) => /^(?:[0-9a-f]{20,64}|\d{1,12})(?:\.git)?$/.test(one));
      const found = segments[id] ?? (segments.length < 3 ? segments.at(-1) : undefined);
      const place = found === undefined ? null : { repository: [found] };
      return { host: "gist.github.com", place };
    }
    default:
      return null;
  }
}

/** `org/project/_git/name`, and `org/project/name` as SSH has it; `_git` right after the organisation: project and name are one. */
function onAzure(segments: readonly string[]): Place | null {
  const path = segments.filter((one) => !["_optimized", "_full"].includes(one));
  if (path[0] === "v3" && path.length > 3 && !path.includes("_git")) path.shift();
  const at = path.indexOf("_git");
  const [organisation, project] = path;
  const name = at === -1 ? path[2] : path[at + 1];
  if (organisation === undefined || project === undefined || name === undefined) return null;
  if (at === 0 || at > 2 || name.startsWith("_")) return null;
  const home = at === 1 ? bareName(name) : project;
  return { repository: [organisation, home, "_git", name] };
}

function onTwoSegments(host: string, segments: readonly string[]): Place | null {
  const [owner, name, first, ...rest] = segments;
  if (owner === undefined || name === undefined) return null;
  const repository = [owner, name];
  if (first === undefined) return { repository };
  if (host !== "github.com" && (first === "src" || first === "raw"))
    return { repository, ...viewed(sourceKinds.has(rest[0] ?? "") ? rest.slice(1) : rest) };
  const isPacked = host === "bitbucket.org" && first === "get";
  if (views.has(first) || isPacked) return { repository, ...viewOf(first, rest) };
  if (first === "releases" && ["download", "tag"].includes(rest[0] ?? ""))
    return { repository, ref: rest[1] ?? null };
  if (pages.has(first)) return { repository };
  return { repository, within: [first, ...rest] };
}

/** Self-managed GitLab, GitHub, Bitbucket, Azure DevOps, Gitea, Gerrit and the like, told apart by their paths alone. */
function onAnyHost(host: string, given: readonly string[], isSure: boolean): Place | null {
  const segments = given[0] === "api" ? afterApi(given) : [...given];
  const isGerrit = /(?:^|\.)(?:gerrit|review|[\w-]{0,60}review\.googlesource)\./.test(host);
  if (isGerrit && segments[0] === "a" && segments.length > 1) segments.shift();
  if (segments[0] === "plugins" && segments[1] === "gitiles") segments.splice(0, 2);
  const dash = segments.indexOf("-");
  if (dash > 1) return { repository: segments.slice(0, dash), ...gitLabView(segments, dash) };
  const plus = segments.indexOf("+");
  if (plus > 0) return { repository: segments.slice(0, plus), ...viewed(segments.slice(plus + 1)) };
  const azure = segments.indexOf("_git");
  if (azure > 0 && azure + 1 < segments.length) return { repository: segments.slice(0, azure + 2) };
  const bitbucket = onBitbucketServer(host, segments);
  if (bitbucket !== null) return bitbucket;
  return (isSure ? null : onPage(segments)) ?? { repository: segments };
}

/** The first word that is a view of a repository; in an address to clone from it would be a group. */
function onPage(segments: readonly string[]): Place | null {
  for (let index = 2; index < segments.length - 1; index++) {
    const word = segments[index] ?? "";
    const rest = segments.slice(index + 1);
    const [next = ""] = rest;
    const repository = segments.slice(0, index);
    if ((word === "src" || word === "raw") && rest.length > 1 && sourceKinds.has(next))
      return { repository, ...viewed(rest.slice(1)) };
    const isView =
      plainViews.has(word) ||
      (/^commits?$/.test(word) && /^[0-9a-f]{7,64}$/.test(next)) ||
      (word === "archive" && packed.test(rest.at(-1) ?? ""));
    if (isView) return { repository, ...viewOf(word, rest) };
    if (word === "releases" && (next === "download" || next === "tag"))
      return { repository, ref: rest[1] ?? null };
    if (pages.has(word) && /^(?:\d{1,9}|new|latest)$/.test(next)) return { repository };
  }
  return null;
}

/** `api/v3/repos/owner/name` of GitHub, `api/v4/projects/group%2Fname/…` of GitLab: what follows there is no repository. */
function afterApi(segments: readonly string[]): string[] {
  if (segments[2] === "repos") return segments.slice(3, 5);
  if (segments[2] !== "projects" || /^\d{1,12}$/.test(segments[3] ?? "")) return [...segments];
  const end = segments.findIndex(
    (one, index) => index > 4 && ["repository", "archive", "packages", "jobs"].includes(one),
  );
  return segments.slice(3, end === -1 ? undefined : end);
}

function gitLabView(segments: readonly string[], dash: number): Omit<Place, "repository"> {
  const [word = "", ...rest] = segments.slice(dash + 1);
  if (views.has(word)) return viewOf(word, rest);
  return word === "tags" || word === "releases" ? { ref: rest[0] ?? null } : {};
}

/** `scm/PROJ/name` to clone, `projects/PROJ/repos/name/browse/…` to look at, `PROJ/name` over SSH. */
function onBitbucketServer(host: string, segments: readonly string[]): Place | null {
  const at = segments.indexOf("repos");
  const kind = segments[at - 2];
  const [key, name] = [segments[at - 1], segments[at + 1]];
  if (at > 1 && key !== undefined && name !== undefined) {
    const owner = kind === "projects" ? key : kind === "users" ? `~${key}` : null;
    const rest = segments.slice(at + 2);
    const isFile = rest[0] === "browse" || rest[0] === "raw";
    if (owner !== null)
      return { repository: [owner, name], ...(isFile ? { within: rest.slice(1) } : {}) };
  }
  if (/gitlab|github|gitea|forgejo/.test(host)) return null;
  const start = contexts.has(segments[0]?.toLowerCase() ?? "") ? 1 : 0;
  const isScm = segments[start] === "scm" && segments.length === start + 3;
  return isScm ? { repository: segments.slice(start + 1) } : null;
}

/** An archive has a file name of its own behind the version, or is named after it. */
function viewOf(word: string, rest: readonly string[]): Omit<Place, "repository"> {
  const { ref, within } = viewed(rest);
  return archives.has(word) ? { ref: ref?.replace(packed, "") ?? null } : { ref, within };
}

/** `main/notes/a.md`, `refs/heads/main/notes/a.md` */
function viewed(rest: readonly string[]): { ref: string | null; within: readonly string[] } {
  const isLong = rest[0] === "refs" && ["heads", "tags"].includes(rest[1] ?? "");
  const [ref = null, ...within] = isLong ? rest.slice(2) : rest;
  return { ref, within };
}

/** `?ref=v1`, `?at=refs/tags/v1`, `?version=GTv1`, `#v1`; not `#egg=…`, `#semver:…` or a line of a file. */
function refOf({ query, fragment }: RawAddress): string | null {
  for (const pair of query.split("&")) {
    const [key = "", value = ""] = pair.split("=", 2);
    if (value === "" || !/^(?:ref|tag|branch|rev|at|version)$/.test(key)) continue;
    const ref = decode(value).replace(/^refs\/(?:heads|tags)\//, "");
    return (key === "version" ? ref.replace(/^G[BTC](?=.)/, "") : ref).slice(0, 200);
  }
  const isRef = /^[\w./-]{1,200}$/.test(fragment) && !/^(?:L\d|readme$)/.test(fragment);
  return isRef ? fragment : null;
}

function hasDotGit(segments: readonly string[]): boolean {
  return /.\.git$/i.test(segments.at(-1) ?? "");
}

function withoutDotGit(segments: readonly string[]): string[] {
  const kept = [...segments];
  while (kept.at(-1)?.toLowerCase() === ".git") kept.pop();
  const last = kept.pop();
  return last === undefined ? kept : [...kept, bareName(last)];
}

function bareName(name: string): string {
  let end = name.length;
  while (end > 4 && name.slice(end - 4, end).toLowerCase() === ".git") end -= 4;
  return name.slice(0, end);
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an escape that is none: the text as it stands is what was meant
  }
}

function encode(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\uFFFD"))
    .replaceAll("%2B", "+")
    .replaceAll("'", "%27");
}
