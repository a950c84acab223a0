import { parseRepositoryAddress, repositoryUrl } from "#evidence/repository-address.ts";
import { purlPartsOf } from "#evidence/repository-purl.ts";
import type { PurlParts } from "./purl.ts";
import type { ParsedAddress } from "#evidence/address-parts.ts";

interface GitLocation extends PurlParts {
  readonly type: string;
  readonly name: string;
  readonly constraint: string | null;
  readonly origin: string;
}

/**
 * A git address with an optional folder and version, in any spelling that `parseRepositoryAddress` knows:
 * `https://github.com/acme/rails//modules/track?ref=v2`, `git@github.com:acme/rails.git`, `github.com/acme/rails`. Forges get
 * their own purl type; other hosts become `pkg:generic/NAME?vcs_url=…`. Null for what is no remote address.
 */
export function parseGitLocation(written: string): GitLocation | null {
  const address = parseRepositoryAddress(written);
  return address && gitLocationOf(address);
}

export function gitLocationOf(address: ParsedAddress): GitLocation {
  return {
    ...purlPartsOf(address),
    constraint: address.ref,
    origin: repositoryUrl(address),
    ...(address.folder === "" ? {} : { subpath: address.folder }),
  };
}
