import type { UnknownEntry } from "./unknown-entries.ts";

/** Reasons of nulls by the field they stand in, for sections whose insight does not give its own. */
const structural: Readonly<Record<string, Omit<UnknownEntry, "pointer">>> = {
  live: {
    code: "no-activity",
    reason: "history shows no human commit",
    needs: "a clone with its whole history",
  },
  born: {
    code: "no-history",
    reason: "history does not show its first commit",
    needs: "a clone with its whole history",
  },
  scopeBoundedness: {
    code: "too-few-signs",
    reason: "too few consumers, domains or surfaces to spread over",
    needs: "a domain in catalog-info.yaml, or more consumers",
  },
  providerComponentId: {
    code: "provider-not-read",
    reason: "the repository that makes it is not among those read",
    needs: "a clone of its repository",
  },
  firstRelease: {
    code: "no-releases",
    reason: "no version in a manifest or tag was found",
    needs: "versions in its manifest, or tags such as v1.2.3",
  },
  versionsCount: {
    code: "no-releases",
    reason: "no version in a manifest or tag was found",
    needs: "versions in its manifest, or tags such as v1.2.3",
  },
  latestVersion: {
    code: "no-releases",
    reason: "no version in a manifest or tag was found",
    needs: "versions in its manifest, or tags such as v1.2.3",
  },
};

/** An entry for each null that stands for "unknown", in a section that is a list. `own`: what is known better of one of them. */
export function structuralUnknowns(
  section: string,
  shown: readonly Readonly<Record<string, unknown>>[],
  own: (index: number, field: string) => Omit<UnknownEntry, "pointer"> | null = () => null,
): UnknownEntry[] {
  return shown.flatMap((value, index) =>
    Object.entries(structural)
      .filter(([field]) => value[field] === null)
      .map(([field, entry]) => ({
        pointer: `/${section}/${String(index)}/${field}`,
        ...(own(index, field) ?? entry),
      })),
  );
}
