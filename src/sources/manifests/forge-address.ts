/** `raw` serves one file, `archive` and `releases/download` what was packed of a version, `blob` and `tree` pages of it. */
const githubRaw =
  /^https:\/\/raw\.githubusercontent\.com\/([^/]{1,100}\/[^/]{1,100})\/(?:refs\/(?:heads|tags)\/)?([^/?#]{1,100})\/([^?#]{1,500})/;
const githubPage =
  /^https:\/\/(?:www\.)?github\.com\/([^/]{1,100}\/[^/]{1,100})\/(?:raw|blob|tree)\/(?:refs\/(?:heads|tags)\/)?([^/?#]{1,100})(?:\/([^?#]{1,500}))?/;
const githubArchive =
  /^https:\/\/(?:www\.)?(?:codeload\.)?github\.com\/([^/]{1,100}\/[^/]{1,100})\/(?:archive|tar\.gz|zip|zipball|tarball)\/(?:refs\/(?:heads|tags)\/)?([^?#]{1,200}?)(?:\.tar\.gz|\.tgz|\.zip)?(?:[?#].{0,300})?$/;
const githubRelease =
  /^https:\/\/github\.com\/([^/]{1,100}\/[^/]{1,100})\/releases\/download\/([^/?#]{1,200})\//;
const gitlabPage =
  /^https:\/\/([\w.-]{1,200}(?::\d{1,5})?)\/([^?#]{1,300}?)\/-\/(?:raw|blob|tree)\/([^/?#]{1,200})(?:\/([^?#]{1,300}))?/;
const gitlabArchive =
  /^https:\/\/([\w.-]{1,200}(?::\d{1,5})?)\/([^?#]{1,300}?)\/-\/archive\/([^/?#]{1,200})\//;

/**
 * The address of a repository where the address of one of its files, pages, archives or releases is written:
 * `https://raw.githubusercontent.com/acme/rails/v2/ci/all.yml` → `https://github.com/acme/rails//ci/all.yml?ref=v2`.
 * Other texts are returned as they are.
 */
export function asRepositoryAddress(url: string): string {
  const file = githubRaw.exec(url) ?? githubPage.exec(url);
  if (file !== null) return addressOf("github.com", file[1], file[2], file[3]);
  const packed = githubRelease.exec(url) ?? githubArchive.exec(url);
  if (packed !== null) return addressOf("github.com", packed[1], packed[2], undefined);
  const gitlab = gitlabPage.exec(url) ?? gitlabArchive.exec(url);
  if (gitlab !== null) return addressOf(gitlab[1], gitlab[2], gitlab[3], gitlab[4]);
  return url;
}

function addressOf(
  host: string | undefined,
  repository: string | undefined,
  ref: string | undefined,
  file: string | undefined,
): string {
  const path = file === undefined || file === "" ? "" : `//${file}`;
  return `https://${host ?? ""}/${repository ?? ""}${path}?ref=${ref ?? ""}`;
}
