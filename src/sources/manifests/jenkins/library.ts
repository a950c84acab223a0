import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import type { CollectedFacts } from "../collected-facts.ts";

/** Shared libraries are asked for by a name that the controller knows; a repository is called like its library, as a rule. */
const qualifiers = { type: "jenkins-library" } as const;

export function useLibrary(
  facts: CollectedFacts,
  name: string,
  constraint: string | null,
  line: number,
): void {
  const reference = libraryReference(name);
  facts.use("generic", name, { scope: "build", line, constraint, qualifiers, reference });
}

/** What configuration of a controller, in any repository, defines a library's name by. */
export function libraryReference(name: string): string {
  return `jenkins-library:${name}`;
}

/** A repository with `vars/*.groovy` is a library, asked for by its name or by its address. */
export function offerLibrary(facts: CollectedFacts): void {
  const alsoKnownAs = [`pkg:github/${ownOwner}/${ownRepository}`];
  facts.offer("generic", ownRepository, { kind: "library", qualifiers, alsoKnownAs });
}
