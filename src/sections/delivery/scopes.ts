import type { RollUpScope } from "#insight/delivery/scope-sum.ts";
import type { Organisation } from "#model/organisation.ts";
import { teamId } from "#model/identifiers.ts";
import { ownersAt } from "#model/owner-history.ts";

/** One person who owns alone is never measured. */
const individuals = teamId("individual-owned");

/**
 * To whom a component's deployment of an instant belongs: its teams of that day, its product (a system of the catalogue; else
 * itself, when it is classed as a product) and the organisation.
 */
export function scopesOf(
  { name, teams, components }: Organisation,
  productIds: ReadonlySet<string>,
): (componentId: string | null, at: number) => readonly RollUpScope[] {
  const whole: RollUpScope = { kind: "organisation", id: "organisation", name };
  const teamOf = new Map<string, RollUpScope>(
    teams.map((team) => [team.id, { kind: "team", id: team.id, name: team.name }]),
  );
  const scopeOfTeam = (id: string): RollUpScope => {
    let scope = teamOf.get(id);
    if (scope === undefined)
      teamOf.set(id, (scope = { kind: "team", id, name: id.slice("team:".length) }));
    return scope;
  };
  const known = new Map(
    components.map((component) => {
      const { id, catalogued } = component;
      const system = catalogued?.system ?? null;
      const product: RollUpScope[] =
        system !== null
          ? [{ kind: "product", id: `product:${system}`, name: system }]
          : productIds.has(id)
            ? [{ kind: "product", id, name: component.name }]
            : [];
      return [id, { component, ground: [whole, ...product] }];
    }),
  );
  return (componentId, at) => {
    const found = known.get(componentId ?? "");
    if (found === undefined) return [whole];
    const owners = ownersAt(found.component, at).filter((id) => id !== individuals);
    return [...found.ground, ...owners.map(scopeOfTeam)];
  };
}
