import type { Unknown } from "#evidence/unknown.ts";

/** Why one figure is not known, and the one addition that would make it known. */
export interface UnknownEntry {
  /** Into what the section shows, entries of lists by their places; `groupUnknowns` puts keys in their stead. */
  readonly pointer: string;
  readonly code: string;
  readonly reason: string;
  readonly needs: string;
}

/** Unknowns of an insight's result as entries of the report; `at` is the JSON pointer of what they belong to. */
export function unknownEntries(at: string, unknown: readonly Unknown[]): UnknownEntry[] {
  return unknown.map(({ field, ...entry }) => ({
    pointer: `${at}/${field.replaceAll(".", "/")}`,
    ...entry,
  }));
}

/** For a section that is a list of results. */
export function listUnknowns(
  section: string,
  results: readonly { readonly unknown: readonly Unknown[] }[],
): UnknownEntry[] {
  return results.flatMap(({ unknown }, index) =>
    unknownEntries(`/${section}/${String(index)}`, unknown),
  );
}
