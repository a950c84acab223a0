import type { BuiltComponent } from "../components.ts";
import { isMovedAway, mentionsIn } from "../consumptions.ts";
import { describeElsewhere } from "../elsewhere.ts";
import { capabilityId } from "../identifiers.ts";
import type { ModelConfiguration } from "../configuration.ts";
import type { Capability } from "../organisation.ts";
import { packageName } from "../components.ts";

/**
 * Packages that consumers took up, or changed the version of, long after the last repository here gave them up: somebody else
 * publishes them now. By the id of the capability that was given up, the one that its users went on with.
 */
export function takenOver(
  built: readonly BuiltComponent[],
  {
    capabilities,
    byPurl,
  }: {
    readonly capabilities: readonly Capability[];
    readonly byPurl: ReadonlyMap<string, string>;
  },
  goneAt: (capability: Capability) => number | null,
  { configuration, asOf }: { readonly configuration: ModelConfiguration; readonly asOf: number },
): Map<string, Capability> {
  const gone = new Map(
    capabilities.flatMap((one) => {
      const at = goneAt(one);
      return at === null ? [] : [[one.id, at] as const];
    }),
  );
  const purls = new Map<string, Set<string>>();
  for (const one of gone.size === 0 ? [] : built) {
    for (const { purl, dependency, spans } of mentionsIn(one, asOf)) {
      const id = byPurl.get(purl);
      const at = id === undefined ? undefined : gone.get(id);
      if (id === undefined || at === undefined || dependency.localPath !== null) continue;
      if (dependency.scope === "reverse-test" || !spans.some((span) => isMovedAway(span, at)))
        continue;
      purls.set(id, (purls.get(id) ?? new Set<string>()).add(purl));
    }
  }
  return new Map(
    [...purls].map(([id, set]) => {
      const packages = [...set].sort();
      const name = packageName(packages[0] ?? "");
      const newId = capabilityId(null, packages[0] ?? name);
      return [id, describeElsewhere(newId, name, packages, configuration)];
    }),
  );
}
