import type { CollectedFacts, Use } from "./collected-facts.ts";
import { parseGitLocation } from "./git-location.ts";

/**
 * A use of the repository at a git address, or at the address of one of its files or archives. A `constraint` given
 * goes before the one that the address carries. False where it is no such address.
 */
export function useRepository(facts: CollectedFacts, address: string, use: Use): boolean {
  const location = parseGitLocation(address.trim());
  if (location === null) return false;
  const { type, name, constraint, ...parts } = location;
  const { constraint: given, ...rest } = use;
  facts.use(type, name, { ...parts, ...rest, constraint: given ?? constraint });
  return true;
}

/** `acme/rails`, the short form of tools that mean GitHub. */
export function useGithub(facts: CollectedFacts, repository: string, use: Use): boolean {
  const [, owner, name] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(repository) ?? [];
  if (owner === undefined || name === undefined) return false;
  facts.use("github", name.replace(/\.git$/, ""), {
    ...use,
    namespace: owner,
    origin: `https://github.com/${owner}/${name.replace(/\.git$/, "")}`,
  });
  return true;
}
