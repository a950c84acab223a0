import type { GitLocation } from "#sources/git/run.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";
import type { ObjectFormat } from "#sources/git/shadow.ts";

/** The empty repositories through which objects are read, by kind of hash. */
export type Shadows = Readonly<Record<ObjectFormat, string>>;

export function locationIn(repository: InspectedRepository, shadows: Shadows): GitLocation {
  const { gitDir, objectsDir, shallowFile } = repository.paths;
  const shadowDir = shadows[repository.refs.head?.length === 64 ? "sha256" : "sha1"];
  return { gitDir, objectsDir, shallowFile, shadowDir };
}
