import { slug } from "#contract/primitives.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { WatchedRepository } from "#ports/jobs.ts";
import type { RequestKey } from "#ports/request-key.ts";
import type { WatchContext } from "./scan-context.ts";
import { allowedAddress, allowedFolder } from "./watch-rules.ts";

export interface WatchInput {
  readonly organisation: string;
  /** Exactly one of the two: a folder of clones, or the address of a repository. */
  readonly folder?: string;
  readonly address?: string;
  readonly key?: RequestKey;
}

const longestSlug = 60;

/** From now on scans of the organisation read it; the same twice is the same. Throws `usage`, `place-refused`, `key-used`. */
export async function watchRepository(
  { jobs, rules }: WatchContext,
  { organisation, folder, address, key }: WatchInput,
): Promise<WatchedRepository> {
  if (organisation.length > longestSlug || !slug.safeParse(organisation).success)
    throw new FulcrumError(
      "usage",
      "An organisation is called by small letters, digits and hyphens here.",
      "Choose a name such as line-operations.",
    );
  if ((folder === undefined) === (address === undefined))
    throw new FulcrumError(
      "usage",
      "Either a folder is watched or an address.",
      "Name one of the two.",
    );
  const repository =
    folder === undefined
      ? allowedAddress(address ?? "", rules)
      : await allowedFolder(folder, rules);
  return jobs.watch(organisation, repository, key);
}
