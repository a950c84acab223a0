import type { VerbContext } from "#ports/context.ts";

/** The folders that the last assessment of a place was made from; none where it does not say. */
export async function assessedFolders(
  { assessments }: Pick<VerbContext, "assessments">,
  place: string | null,
): Promise<readonly string[]> {
  if (place === null) return [];
  return (await assessments.current(place))?.origin.folders ?? [];
}
