import type { UnknownEntry } from "#contract/primitives.ts";
import type { Unknown } from "#evidence/unknown.ts";

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
