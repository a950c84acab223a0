import { parseRepositoryAddress, repositoryUrl } from "#evidence/repository-address.ts";
import { withoutUserInfo } from "#evidence/user-info.ts";
import { withoutTrailingSlashes } from "./trailing-slashes.ts";

const hosted: ReadonlyMap<string, string> = new Map([
  ["github", "https://github.com/"],
  ["gitlab", "https://gitlab.com/"],
  ["bitbucket", "https://bitbucket.org/"],
  ["gist", "https://gist.github.com/"],
]);

/**
 * One spelling for a git repository: `https://host/owner/name`, whatever the protocol. Credentials, port, query,
 * fragment and `.git` are left out: they say nothing of where, and may be secret.
 */
export function gitOrigin(url: string): string {
  const address = parseRepositoryAddress(url);
  if (address !== null) return repositoryUrl(address);
  const bare = withoutUserInfo(url.trim().replace(/^git\+/, "")).replace(/^[^/@]{1,300}@/, "");
  // Absolute paths name people's home folders: only the last segment is kept.
  const file = /^file:.{0,300}?([^/\\#?]{1,100})\/?(?:[#?].{0,300})?$/.exec(bare);
  if (file !== null) return `file:${file[1] ?? ""}`;
  const parsed = parseUrl(bare);
  if (parsed === null || parsed.host === "") return bare.replace(/[?#].*/s, "").slice(0, 300);
  return `https://${parsed.host}${withoutTrailingSlashes(parsed.pathname).replace(/\.git$/, "")}`;
}

/** `github`, `acme/rail` → `https://github.com/acme/rail`; `acme` alone means `acme/acme`. Null for an unknown forge. */
export function hostedOrigin(forge: string, repository: string): string | null {
  const base = hosted.get(forge);
  if (base === undefined) return null;
  if (repository.includes("://")) return gitOrigin(repository);
  const path = repository.replace(/[#?].*/s, "").replace(/\.git$/, "");
  return base + (path.includes("/") || forge === "gist" ? path : `${path}/${path}`);
}

/** The host of a registry, without the rest: paths and users of private registries often are tokens. Null when not a URL. */
export function registryHost(url: string): string | null {
  const host = parseUrl(withoutUserInfo(url.trim()))?.host;
  return host === undefined || host === "" ? null : host;
}

/** URL parses `git:` and `ssh:` without their default ports' rules; only host and path are used. */
function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
