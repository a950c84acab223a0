import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Capability, Organisation } from "#model/organisation.ts";
import type { CapabilityKind, Lifecycle } from "#vocabulary/structure.ts";

/** What somebody could look after as a product: settings, templates and steps of pipelines have no users of their own. */
const products: ReadonlySet<CapabilityKind> = new Set([
  "library",
  "client-library",
  "ui-components",
  "api",
  "service",
  "command-line-tool",
  "image",
  "chart",
  "infrastructure-module",
  "pipeline-library",
]);

const unkept: ReadonlySet<Lifecycle> = new Set(["deprecated", "archived", "dormant"]);

/**
 * Where to begin: of what is provided and kept here, the product that most repositories build on, by its repository where that
 * offers several. `used` holds the repositories that use each capability: see `usedElsewhere`. Null: there is none.
 */
export function pilotOf(
  { capabilities, components }: Pick<Organisation, "capabilities" | "components">,
  repositories: readonly Pick<RepositoryEvidence, "id" | "name">[],
  used: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const homeOf = new Map(
    components.flatMap((one) =>
      one.isLive === false ? [] : [[one.id, one.repositoryId] as const],
    ),
  );
  const offered = new Map<string, { names: string[]; users: Set<string> }>();
  for (const one of capabilities) {
    const home = homeOf.get(one.providerComponentId ?? "");
    const users = used.get(one.id);
    if (home === undefined || users === undefined || !isProduct(one)) continue;
    const known = offered.get(home) ?? { names: [], users: new Set() };
    known.names.push(one.name);
    for (const user of users) known.users.add(user);
    offered.set(home, known);
  }
  const [widest] = [...offered].toSorted(([, a], [, b]) => b.users.size - a.users.size);
  if (widest === undefined) return null;
  const [home, { names }] = widest;
  const [only = null, ...others] = names;
  return others.length === 0 ? only : (repositories.find(({ id }) => id === home)?.name ?? only);
}

function isProduct({ kind, lifecycle }: Capability): boolean {
  return products.has(kind) && !unkept.has(lifecycle);
}
