import type { UnknownGroup } from "#contract/primitives.ts";
import { referenceText, referenceTo } from "#kernel/reference.ts";

/** One figure that is not known, by its reference as people write it. */
export interface UnknownFigure {
  readonly place: string;
  readonly reason: string;
  readonly needs: string;
}

/** What the groups of a section say, figure by figure. */
export function eachUnknown(groups: readonly UnknownGroup[]): UnknownFigure[] {
  return groups.flatMap(({ section, keys, fields, reason, needs }) => {
    const entries = keys.length === 0 ? [{}] : keys.map((key) => ({ key }));
    const parts = fields.length === 0 ? [{}] : fields.map((field) => ({ field }));
    return entries.flatMap((entry) =>
      parts.map((part) => ({
        place: referenceText(referenceTo(section, { ...entry, ...part })),
        reason,
        needs,
      })),
    );
  });
}
