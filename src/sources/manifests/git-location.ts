import type { PurlParts } from "./purl.ts";
import { gitOrigin } from "./origin.ts";

interface GitLocation extends PurlParts {
  readonly type: string;
  readonly name: string;
  readonly constraint: string | null;
  readonly origin: string;
}

const forges: ReadonlyMap<string, string> = new Map([
  ["github.com", "github"],
  ["gitlab.com", "gitlab"],
  ["bitbucket.org", "bitbucket"],
]);
const bareForge = /^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org)[/:]/;
const gitUrl = /^(?:git|ssh|https?|git\+ssh|git\+https):\/\/|^[\w.-]{1,100}@[\w.-]{1,200}:/;
const repositoryPath = /^\/([^/]{1,200}(?:\/[^/]{1,200}){0,8}?)\/([^/]{1,200})\/?$/;

/**
 * A git address with an optional `//folder` and `?ref=`: `https://github.com/acme/rails//modules/track?ref=v2`,
 * `git@github.com:acme/rails.git`, `github.com/acme/rails`. Forges get their own purl type; other hosts become
 * `pkg:generic/NAME?vcs_url=…`. Null for what is no remote address.
 */
export function parseGitLocation(written: string): GitLocation | null {
  const text = written.trim().slice(0, 1_000);
  const isBare = bareForge.test(text);
  if (!isBare && !gitUrl.test(text)) return null;
  const [address = "", query = ""] = text.split(/[?#]/, 2);
  const ref = /(?:^|&)ref=([^&]{1,200})/.exec(query)?.[1] ?? null;
  const { repository, folder } = splitFolder(isBare ? `https://${address}` : address);
  const origin = gitOrigin(repository);
  if (!URL.canParse(origin)) return null;
  const { hostname, pathname } = new URL(origin);
  const [, namespace, name] = repositoryPath.exec(pathname) ?? [];
  if (name === undefined || namespace === undefined) return null;
  const forge = forges.get(hostname.replace(/^www\./, ""));
  const subpath = folder === "" ? {} : { subpath: folder };
  const common = { constraint: ref, origin, ...subpath };
  if (forge === undefined)
    return { ...common, type: "generic", name, qualifiers: { vcs_url: `git+${origin}` } };
  return { ...common, type: forge, name, namespace };
}

/** `//` after the host parts repository from folder; on GitHub two segments are the repository without it. */
function splitFolder(address: string): { repository: string; folder: string } {
  const start = address.includes("://") ? address.indexOf("://") + 3 : 0;
  const marker = address.indexOf("//", start);
  if (marker !== -1)
    return { repository: address.slice(0, marker), folder: trimSlashes(address.slice(marker + 2)) };
  const dotGit = address.indexOf(".git/", start);
  if (dotGit !== -1)
    return {
      repository: address.slice(0, dotGit + 4),
      folder: trimSlashes(address.slice(dotGit + 5)),
    };
  const github = /^https?:\/\/(?:www\.)?github\.com\/[^/]{1,200}\/[^/]{1,200}/.exec(address);
  if (github === null) return { repository: address, folder: "" };
  return { repository: github[0], folder: trimSlashes(address.slice(github[0].length)) };
}

function trimSlashes(text: string): string {
  return text
    .split("/")
    .filter((part) => part !== "")
    .join("/");
}
