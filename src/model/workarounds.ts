import { packageName, type BuiltComponent } from "./components.ts";
import type { Capability, Consumption, Organisation } from "./organisation.ts";

type Workaround = Organisation["workarounds"][number];

/** Local wrappers and vendored copies of capabilities inside components of other providers, from marks of their trees. */
export function findWorkarounds(
  built: readonly BuiltComponent[],
  capabilities: readonly Capability[],
  consumptions: readonly Consumption[],
): Workaround[] {
  const byName = new Map<string, Capability>();
  const byLastWord = new Map<string, Capability>();
  for (const capability of capabilities) {
    for (const purl of capability.packages) {
      const name = packageName(purl);
      byName.set(plain(name), capability);
      byLastWord.set(plain(name.slice(name.lastIndexOf("/") + 1)), capability);
    }
  }
  const users = new Set(
    consumptions.map((one) => `${one.consumerComponentId}\n${one.capabilityId}`),
  );
  /** `vendor/acme-ui` says whose it is; `vendor/ui` only where the component is known to use that `ui`. */
  const meant = (subject: string, componentId: string): Capability | undefined => {
    const capability = byLastWord.get(plain(subject));
    const isUser = capability !== undefined && users.has(`${componentId}\n${capability.id}`);
    return byName.get(plain(subject)) ?? (isUser ? capability : undefined);
  };
  const found: Workaround[] = [];
  for (const { component, unit } of built) {
    for (const mark of component.surface) {
      if (mark.mark !== "vendored-folder" && mark.mark !== "wrapper-file") continue;
      const kind = mark.mark === "vendored-folder" ? "vendored-copy" : "wrapper";
      const capability = meant(subjectOf(mark.text), component.id);
      if (capability === undefined || capability.providerComponentId === component.id) continue;
      found.push({
        capabilityId: capability.id,
        componentId: component.id,
        kind,
        text: mark.text,
        since: null,
        evidence: [
          {
            source: "tree",
            repositoryId: unit.repository.id,
            commit: unit.repository.head?.commit ?? null,
            path: mark.text,
            line: null,
            at: unit.repository.head?.at ?? null,
            how: "inferred",
            confidence: "medium",
            text:
              kind === "wrapper"
                ? "a local wrapper, by its file name"
                : "a vendored copy, by its folder name",
          },
        ],
      });
    }
  }
  return found;
}

/** `lib/signals_wrapper.rb` → `signals`, `vendor/rail-signals` → `rail-signals`. */
function subjectOf(path: string): string {
  const base = path.replace(/\/$/, "").slice(path.replace(/\/$/, "").lastIndexOf("/") + 1);
  return base
    .replace(/\.[A-Za-z]{1,10}$/, "")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .replace(/[-_.]?(?:wrapper|facade|adapter|shim)$/i, "");
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Exported names of a capability that each of its present consumers' code mentions. */
export function namesUsed(
  built: ReadonlyMap<string, BuiltComponent>,
  capabilities: readonly Capability[],
  consumptions: readonly Consumption[],
  namesOf: (capability: Capability) => readonly string[] | null = exportedNames,
): Map<string, Map<string, Set<string>>> {
  const used = new Map<string, Map<string, Set<string>>>();
  const exported = new Map(
    capabilities.flatMap((capability) => {
      const names = namesOf(capability);
      return names === null ? [] : [[capability.id, new Set(names)] as const];
    }),
  );
  for (const { capabilityId, consumerComponentId, to } of consumptions) {
    const names = exported.get(capabilityId);
    const consumer = built.get(consumerComponentId);
    if (names === undefined || consumer === undefined || to !== null) continue;
    const folder = consumer.unit.repository.symbols.find(
      (one) => one.folder === consumer.unit.folder,
    );
    const byConsumer = used.get(capabilityId) ?? new Map<string, Set<string>>();
    const mentioned = (folder?.uses ?? []).filter((use) => names.has(use.name));
    byConsumer.set(consumerComponentId, new Set(mentioned.map((use) => use.name)));
    used.set(capabilityId, byConsumer);
  }
  return used;
}

function exportedNames({ exports }: Capability): readonly string[] | null {
  return exports?.unit === "names" ? exports.names : null;
}

/** Names that some release exported and that are exported no more. */
export function formerNames({ releaseExports, exports }: Capability): readonly string[] | null {
  if (releaseExports === undefined) return null;
  const now = new Set(exports?.names ?? []);
  const all = new Set(releaseExports.flatMap(({ names }) => [...names]));
  return [...all].filter((name) => !now.has(name));
}
