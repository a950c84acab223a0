/**
 * Stand in a purl for the owner and the repository that a file lies in, which the file itself cannot name
 * (`on: workflow_call`, `ghcr.io/${{ github.repository }}`). No forge lets a name begin with a hyphen.
 */
export const ownOwner = "-owner-";
export const ownRepository = "-repository-";

/** The purl with the stand-ins replaced; owner and repository in lower case, as purls of forges are. */
export function resolveOwnRepository(purl: string, owner: string, repository: string): string {
  return purl
    .replace(ownOwner, encodeURIComponent(owner.toLowerCase()))
    .replace(ownRepository, encodeURIComponent(repository.toLowerCase()));
}

/** Stands in a purl for a Maven group that no file of the repository tells: a plugin or a parent elsewhere sets it. */
export const unknownGroup = "-unknown-";

/** Name of a definition whose value is an address that charts are published to. */
export const helmRegistry = "helm-registry";
