import { parseRepositoryAddress, repositoryUrl } from "#evidence/repository-address.ts";

/** A repository behind the address of one of its archives, releases or files, with the tag or commit in it. */
export interface ForgeArchive {
  readonly origin: string;
  /** Null where a branch is named: that is no version. */
  readonly revision: string | null;
}

const branch = /^(?:main|master|HEAD|develop|latest)$/;

/** Null for an address that names no version of a repository, and for one to clone from. */
export function parseForgeArchive(url: string): ForgeArchive | null {
  const text = url.trim().split("#", 1)[0] ?? "";
  if (!/^https?:\/\//.test(text) || text.includes(".git@")) return null;
  const address = parseRepositoryAddress(text.split("?", 1)[0] ?? "");
  if (address === null || address.ref === null) return null;
  const revision = branch.test(address.ref) ? null : address.ref;
  return { origin: repositoryUrl(address), revision };
}
