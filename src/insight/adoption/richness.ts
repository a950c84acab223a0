import type { Unknown } from "#evidence/unknown.ts";
import type { Capability } from "#model/organisation.ts";
import type { Richness } from "./result.ts";

/** What it exports today, and the share that any consumer is seen to use. */
export function richness(
  capability: Capability,
  usedNames: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): { value: Richness | null; unknown: Unknown[] } {
  const { exports } = capability;
  if (exports === null || exports.names.length === 0) {
    const missing = {
      field: "richness",
      code: "exports-unknown",
      reason: "what it exports cannot be seen",
      needs: "exported names that can be read, or an API contract",
    };
    return { value: null, unknown: [missing] };
  }
  const names = new Set(exports.names);
  const mentioned = usedNames && new Set([...usedNames.values()].flatMap((one) => [...one]));
  const used = mentioned && [...names].filter((name) => mentioned.has(name)).length;
  return {
    value: {
      exportedCount: names.size,
      unit: exports.unit,
      usedShare: used === undefined ? null : used / names.size,
      releases: (capability.releaseExports ?? []).map(({ version, at, names: released }) => ({
        version,
        at,
        exportedCount: released.size,
      })),
    },
    unknown:
      used === undefined
        ? [
            {
              field: "richness.usedShare",
              code: "uses-unseen",
              reason: "no consumer is seen to mention any of its names",
              needs: "consumers whose source imports it by name",
            },
          ]
        : [],
  };
}
