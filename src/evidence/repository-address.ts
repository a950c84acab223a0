import { placeOnHost } from "./forge-paths.ts";
import type { RepositoryAddress, ParsedAddress, RawAddress } from "./address-parts.ts";
import { withoutLoosePassword } from "./user-info.ts";

const longest = 2_000;
const schemes = /^(?:git\+|ssh\+)?(git|ssh|https?):\/\//i;
/** `user@host:path`; without a user the host needs a dot, or `npm:rail` would be one. */
const scp =
  /^(?:([^\s@/:?#]{1,100})@([\w.-]{2,253})|([\w-]{1,100}(?:\.[\w-]{1,100}){1,10})):(?!\/\/)(.+)$/;
const bracketed = /^\[(?:([^\s@/:?#\]]{1,100})@)?([\w.-]{2,253}):\d{1,5}\]:(.+)$/;
const codeCommit = /^codecommit(?:::([a-z0-9-]{1,40}))?:\/\/(?:[^\s@/]{1,100}@)?([\w.-]{1,100})$/i;
const bare =
  /^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|dev\.azure\.com)\//i;
const shorthand = /^([a-z]{2,10}):(?!\/\/)([^:#]{1,500}(?:#.*)?)$/s;
const forges: ReadonlyMap<string, string> = new Map([
  ["github", "github.com"],
  ["gh", "github.com"],
  ["gitlab", "gitlab.com"],
  ["gl", "gitlab.com"],
  ["bitbucket", "bitbucket.org"],
  ["bb", "bitbucket.org"],
  ["codeberg", "codeberg.org"],
  ["gist", "gist.github.com"],
  ["sourcehut", "git.sr.ht"],
]);
const aliases: ReadonlyMap<string, string> = new Map([
  ["ssh.github.com", "github.com"],
  ["altssh.gitlab.com", "gitlab.com"],
  ["altssh.bitbucket.org", "bitbucket.org"],
  ["ssh.dev.azure.com", "dev.azure.com"],
]);
/** Hosts of SSH configurations for a second account: no top-level domain holds a hyphen. */
const secondAccount = /^(github\.com|gitlab\.com|bitbucket\.org)-[\w-]{1,60}$/;
const sharedHosts: ReadonlySet<string> = new Set([
  ...forges.values(),
  "dev.azure.com",
  "source.developers.google.com",
  "gitee.com",
  "gitea.com",
  "framagit.org",
  "git.launchpad.net",
  "sourceforge.net",
  "git.code.sf.net",
]);
const strange = /[\s"'`<>{}|\\^$\p{Cc}]/u;

/**
 * The repository that an address names: URLs of git, SSH and the web (pages and files of a forge too), scp form,
 * `github:owner/name`, `git::…//folder?ref=…`, `git+https://…@ref`. A relative one (`../rail.git`) is counted from `base`, as
 * git counts a submodule's from its remote. Null for folders, files, templates and whatever else names no repository.
 */
export function parseRepositoryAddress(
  text: string,
  base: RepositoryAddress | string | null = null,
): ParsedAddress | null {
  if (base !== null || text.length > longestKept) return parse(text, base);
  // A copy: the address is a part of a file's text and would keep all of that in memory.
  const key = ` ${text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const address = parse(text, null);
  if (parsed.size >= mostKept) parsed.clear();
  parsed.set(key, address);
  return address;
}

/** Versions of a file name the same addresses again and again; the limits keep hostile ones from filling memory. */
const parsed = new Map<string, ParsedAddress | null>();
const mostKept = 5_000;
const longestKept = 300;

function parse(text: string, base: RepositoryAddress | string | null): ParsedAddress | null {
  if (text.length > longest) return null;
  const written = withoutLoosePassword(unescapePlain(unwrap(text.trim())));
  if (written === "" || strange.test(written.split(/[?#]/, 1)[0] ?? "")) return null;
  if (/^\.\.?(?:\/|$)/.test(written)) {
    const from = typeof base === "string" ? baseOf(base) : base;
    return from === null ? null : relativeTo(from, written);
  }
  const raw = takeApart(written);
  if (raw === null || raw.host === "" || raw.path === "") return null;
  return placeOnHost(raw);
}

/** What `remote.origin.url` of a clone names: surely a repository, so one segment and hosts without a dot will do. */
export function addressOfRemote(url: string): ParsedAddress | null {
  const text = withoutLoosePassword(url.trim());
  if (/^https?:\/\//i.test(text)) {
    const end = text.search(/[?#]/);
    const place = withoutSlashes(end === -1 ? text : text.slice(0, end));
    return parseRepositoryAddress(`${place}.git`) ?? parseRepositoryAddress(text);
  }
  const plainHost = /^([\w-]{2,100}):(?!\/\/)[^\\]/.exec(text)?.[1] ?? null;
  const hasPlainHost = plainHost !== null && !forges.has(plainHost);
  return parseRepositoryAddress(hasPlainHost ? `git@${text}` : text);
}

/** `host/owner/name` as evidence keeps it, back as an address. */
export function keptAddress(remote: string): RepositoryAddress {
  const slash = remote.indexOf("/");
  if (slash === -1) return { host: remote, path: "" };
  return { host: remote.slice(0, slash), path: remote.slice(slash + 1) };
}

/** The same for every spelling of one repository: hosts and, on nearly all of them, paths do not tell case apart. */
export function repositoryKey({ host, path }: RepositoryAddress): string {
  return `${host}/${path}`.toLowerCase();
}

/** An address that parses to itself, and that a browser opens on most forges. */
export function repositoryUrl(address: RepositoryAddress): string {
  const url = `https://${address.host}/${address.path}`;
  const again = parseRepositoryAddress(url);
  return again !== null && again.host === address.host && again.path === address.path
    ? url
    : `${url}.git`;
}

/** First segment of the path, lower case: owner, top group, project key; null where the host has none. */
export function ownerOf({ host, path }: RepositoryAddress): string | null {
  const slash = path.indexOf("/");
  if (slash === -1 || host.startsWith("git-codecommit.")) return null;
  return path.slice(0, slash).toLowerCase();
}

function baseOf(text: string): RepositoryAddress | null {
  return text.includes(":") ? addressOfRemote(text) : keptAddress(text);
}

/** Not by a pattern: on a long row of slashes that stands elsewhere it would take the square of its length. */
function withoutSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}

/** Does everybody have repositories there, so that the host alone says nothing of whose they are? */
export function isSharedHost(host: string): boolean {
  return (
    sharedHosts.has(host) || /(?:^|\.)(?:googlesource\.com|amazonaws\.com(?:\.cn)?)$/.test(host)
  );
}

/** `scm:git:` of Maven, `git::` of Terraform, `url:`. */
function unwrap(text: string): string {
  return text.replace(/^(?:scm:)?(?:git::|git:(?=(?:git|ssh|https?):\/\/|[^\s@/:]{1,100}@))/i, "");
}

/** Escapes of what needs none, and of slashes: what stands where an address is parted must be seen. */
function unescapePlain(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/%(?:2[def]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/gi, (escape) => {
    const letter = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~/-]/.test(letter) ? letter : escape;
  });
}

function takeApart(text: string): RawAddress | null {
  const url = schemes.exec(text);
  if (url !== null) return fromUrl(text.slice(url[0].length), /^http/i.test(url[1] ?? ""));
  const [whole, region, name = ""] = codeCommit.exec(text) ?? [];
  if (whole !== undefined) {
    const host = `git-codecommit.${region === undefined ? "" : `${region.toLowerCase()}.`}amazonaws.com`;
    return { host, user: null, ...split(`v1/repos/${name}`), isWeb: false };
  }
  if (bare.test(text)) return fromUrl(text, true);
  const [, scheme = "", rest = ""] = shorthand.exec(text) ?? [];
  const forge = forges.get(scheme);
  if (forge !== undefined) return { host: forge, user: null, ...split(rest), isWeb: true };
  const within = bracketed.exec(text);
  if (within !== null)
    return {
      host: hostOf(within[2] ?? ""),
      user: within[1] ?? null,
      ...split(within[3] ?? ""),
      isWeb: false,
    };
  const [, user, ofUser, dotted = "", path = ""] = scp.exec(text) ?? [];
  return { host: hostOf(ofUser ?? dotted), user: user ?? null, ...split(path), isWeb: false };
}

/** `rest` follows the scheme. A port that is no number is a path: `git+ssh://git@host:owner/name`. */
function fromUrl(rest: string, isWeb: boolean): RawAddress | null {
  const end = rest.search(/[/?#]/);
  const authority = end === -1 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf("@");
  const user = at === -1 ? null : (authority.slice(0, at).split(":", 1)[0] ?? null);
  const place = authority.slice(at + 1);
  const bracket = place.indexOf("]");
  const colon = place.indexOf(":", bracket + 1);
  const host = colon === -1 ? place : place.slice(0, colon);
  const port = colon === -1 ? "" : place.slice(colon + 1);
  const path = end === -1 ? "" : rest.slice(end);
  const tail = /^\d{0,5}$/.test(port) ? path : `${port}${path}`;
  return { host: hostOf(host), user, ...split(tail), isWeb };
}

function split(text: string): Pick<RawAddress, "path" | "query" | "fragment"> {
  const hash = text.indexOf("#");
  const before = hash === -1 ? text : text.slice(0, hash);
  const mark = before.indexOf("?");
  const path = mark === -1 ? before : before.slice(0, mark);
  return {
    path: path.replace(/^\/+/, ""),
    query: mark === -1 ? "" : before.slice(mark + 1),
    fragment: hash === -1 ? "" : text.slice(hash + 1),
  };
}

/** Empty for what is no host. */
function hostOf(written: string): string {
  const url = `https://${written}`;
  if (written === "" || written.length > 253 || !URL.canParse(url)) return "";
  const host = new URL(url).hostname.replace(/\.$/, "").replace(/^www\.(?=[^.]+\.)/, "");
  return aliases.get(host) ?? secondAccount.exec(host)?.[1] ?? host;
}

/** As git does: each `../` takes one segment from the end of the base. */
function relativeTo(base: RepositoryAddress, written: string): ParsedAddress | null {
  const { path, query, fragment } = split(written);
  const segments = base.path.split("/");
  // Over SSH the paths of Azure DevOps have no `_git`, and relative ones are written to either.
  const isAzure = base.host === "dev.azure.com" && !path.includes("_git");
  const from = isAzure ? segments.filter((segment) => segment !== "_git") : segments;
  const steps = path.split("/");
  while (steps[0] === "." || steps[0] === ".." || steps[0] === "") {
    if (steps.shift() === ".." && from.pop() === undefined) return null;
  }
  if (steps.length === 0) return null;
  const raw = { host: base.host, user: null, path: [...from, ...steps].join("/"), query, fragment };
  return placeOnHost({ ...raw, isWeb: false });
}
