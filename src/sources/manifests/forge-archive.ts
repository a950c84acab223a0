/** A repository behind the address of one of its archives or files, with the tag, branch or commit in it. */
export interface ForgeArchive {
  readonly origin: string;
  readonly revision: string | null;
}

const segment = "([^/?#\\s]{1,200})";
/** Owner, repository and revision, in this order. */
const ofGithub: readonly RegExp[] = [
  new RegExp(
    `^https?://(?:www\\.)?github\\.com/${segment}/${segment}/(?:archive|tarball|zipball|raw|blob)/(?:refs/(?:tags|heads)/)?${segment}`,
  ),
  new RegExp(
    `^https?://(?:www\\.)?github\\.com/${segment}/${segment}/releases/download/${segment}/`,
  ),
  new RegExp(
    `^https?://codeload\\.github\\.com/${segment}/${segment}/(?:legacy\\.)?(?:tar\\.gz|zip)/(?:refs/(?:tags|heads)/)?${segment}`,
  ),
  new RegExp(
    `^https?://raw\\.githubusercontent\\.com/${segment}/${segment}/(?:refs/(?:tags|heads)/)?${segment}/`,
  ),
  new RegExp(`^https?://cdn\\.jsdelivr\\.net/gh/${segment}/([^/?#@\\s]{1,200})@${segment}`),
];
const ofGitlab =
  /^https?:\/\/([\w.-]{1,200})\/([^?#\s]{1,300}?)\/-\/(?:archive|raw|releases)\/([^/?#\s]{1,200})/;
const ofBitbucket =
  /^https?:\/\/bitbucket\.org\/([^/?#\s]{1,200})\/([^/?#\s]{1,200})\/(?:get|raw)\/([^/?#\s]{1,200})/;

/** Null for an address that is none of these: `https://github.com/acme/rail/archive/refs/tags/v1.2.tar.gz`. */
export function parseForgeArchive(url: string): ForgeArchive | null {
  const text = url.trim().slice(0, 1_000);
  for (const pattern of ofGithub) {
    const [, owner, repository, revision] = pattern.exec(text) ?? [];
    if (owner !== undefined && repository !== undefined)
      return archive(`github.com/${owner}/${repository}`, revision);
  }
  const [, host, path, tag] = ofGitlab.exec(text) ?? [];
  if (host !== undefined && path !== undefined) return archive(`${host}/${path}`, tag);
  const [, owner, repository, revision] = ofBitbucket.exec(text) ?? [];
  return owner === undefined || repository === undefined
    ? null
    : archive(`bitbucket.org/${owner}/${repository}`, revision);
}

function archive(place: string, revision: string | undefined): ForgeArchive {
  const plain = revision?.replace(/\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/, "") ?? "";
  const isBranch = /^(?:main|master|HEAD|develop|latest)$/.test(plain);
  return { origin: `https://${place}`, revision: plain === "" || isBranch ? null : plain };
}
