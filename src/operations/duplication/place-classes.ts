import type { CopySite, FoundClass } from "#insight/duplication/between-owners.ts";
import type { Component } from "#model/organisation.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";
import type { ComparedFile, Comparison } from "./compare-files.ts";
import { locateOwners, type FileSite } from "./locate-sites.ts";

/** One text for each set of owners. */
export function ownerKeyOf(
  repositories: readonly InspectedRepository[],
  components: readonly Component[],
): (file: ComparedFile) => string {
  const placeOf = locateOwners(repositories, components);
  return (file) => placeOf(file).owners.join("\n");
}

/** The classes with what is known of each copy's place; those that lie within one owner's files are left out. */
export function placeClasses(
  { classes, files }: Comparison,
  siteOf: (file: number) => FileSite,
  ownerOf: (file: ComparedFile) => string,
): FoundClass[] {
  return classes
    .filter(({ copies }) => {
      const owners = copies.map((copy) => ownerOf(files[copy.file] ?? { source: -1, path: "" }));
      return new Set(owners).size > 1;
    })
    .map((one) => ({
      ...one,
      copies: one.copies.map((copy): CopySite => ({
        ...siteOf(copy.file),
        start: copy.start,
        end: copy.end,
        fileShare: copy.fileShare,
      })),
    }));
}
