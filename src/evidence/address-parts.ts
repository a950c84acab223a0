/** Which repository, whatever the spelling. */
export interface RepositoryAddress {
  /** Lower case, without user, port, `www.` and the aliases that forges have for SSH and raw files. */
  readonly host: string;
  /** `owner/name`, groups of any depth; case as written, without `.git`, percent-encoded where a URL needs it. */
  readonly path: string;
}

export interface ParsedAddress extends RepositoryAddress {
  /** Branch, tag or commit that the address names, else null. A branch with a slash loses what follows the slash. */
  readonly ref: string | null;
  /** Folder or file within the repository that the address names; empty for all of it. */
  readonly folder: string;
}

/** An address taken apart, before what its host makes of it. Percent escapes are as written. */
export interface RawAddress {
  readonly host: string;
  readonly user: string | null;
  /** Without leading slashes, query and fragment. */
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
  /** What a browser would open as well: one segment alone is then mostly a page. */
  readonly isWeb: boolean;
}
