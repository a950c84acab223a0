import { parseRepositoryAddress, repositoryUrl } from "./repository-address.ts";
import type { ParsedAddress, RepositoryAddress } from "./address-parts.ts";

/** Hosts that purl has a type for; others are `generic` with `vcs_url`. */
const types: ReadonlyMap<string, string> = new Map([
  ["github.com", "github"],
  ["gitlab.com", "gitlab"],
  ["bitbucket.org", "bitbucket"],
]);
const hosts: ReadonlyMap<string, string> = new Map([
  ...[...types].map(([host, type]) => [type, host] as const),
  // An action or a workflow is called by owner and name alone, whatever host of GitHub it lies on.
  ["githubactions", "github.com"],
]);

export interface PurlOfRepository {
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
}

/**
 * What a purl of the repository is made of: `pkg:github/owner/name`, else `pkg:generic/NAME?vcs_url=git+https://…`. In lower
 * case, so that every spelling gives one purl.
 */
export function purlPartsOf(address: RepositoryAddress): PurlOfRepository {
  const path = decoded(address.path).toLowerCase();
  const slash = path.lastIndexOf("/");
  const name = path.slice(slash + 1);
  const type = types.get(address.host);
  if (type !== undefined && slash > 0) return { type, namespace: path.slice(0, slash), name };
  const vcsUrl = `git+${repositoryUrl(address)}`.toLowerCase();
  return { type: "generic", name, qualifiers: { vcs_url: vcsUrl } };
}

/** The purl of the repository, or of a folder in it. Written as the library writes those that sources give. */
export function repositoryPurl(address: RepositoryAddress, folder = ""): string {
  const { type, namespace, name, qualifiers } = purlPartsOf(address);
  const path = [...(namespace?.split("/") ?? []), name].map(encodeURIComponent).join("/");
  const [vcsUrl] = Object.values(qualifiers ?? {});
  const query = vcsUrl === undefined ? "" : `?vcs_url=${encodeQuery(vcsUrl)}`;
  const subpath = folder.split("/").map(encodeURIComponent).join("/");
  return `pkg:${type}/${path}${query}${subpath === "" ? "" : `#${subpath}`}`;
}

/**
 * The repository that a purl names, with the folder of its subpath: forges by type, others by `vcs_url`, which may be relative
 * to `base`. Null for packages of registries and for stand-ins that are not resolved.
 */
export function addressOfPurl(
  purl: string,
  base: RepositoryAddress | null = null,
): ParsedAddress | null {
  const [, type = "", rest = ""] = /^pkg:([a-z]{1,40})\/(.{1,2000})$/s.exec(purl) ?? [];
  const hash = rest.indexOf("#");
  const before = hash === -1 ? rest : rest.slice(0, hash);
  const folder = hash === -1 ? "" : decoded(rest.slice(hash + 1));
  const [path = "", query = ""] = before.split("?", 2);
  const host = hosts.get(type);
  if (host === undefined && type !== "generic") return null;
  const url = /(?:^|&)vcs_url=([^&]{1,2000})/.exec(query)?.[1];
  const registry = /(?:^|&)repository_url=([^&]{1,300})/.exec(query)?.[1];
  const named = registry === undefined ? host : decoded(registry).replace(/^https?:\/\//, "");
  // As an address to clone from: groups may be called like the views of a forge.
  const written = url === undefined ? `ssh://git@${named ?? ""}/${decoded(path)}` : decoded(url);
  if (url === undefined && named === undefined) return null;
  const address = parseRepositoryAddress(written, base);
  if (address === null) return null;
  return { ...address, folder: [address.folder, folder].filter((one) => one !== "").join("/") };
}

/** As forms encode, which is how the library writes qualifiers. */
function encodeQuery(text: string): string {
  return new URLSearchParams({ a: text }).toString().slice(2).replaceAll("+", "%20");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an escape that is none: the text as it stands is what was meant
  }
}
