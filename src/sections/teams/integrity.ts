import { isTeam } from "#model/keepers.ts";
import type { Invariant } from "../integrity/invariant.ts";

interface Shown {
  readonly teams: readonly { readonly id: string; readonly kind: string }[];
  readonly cognitiveLoad: readonly { readonly teamId: string }[];
  readonly maintainability: {
    readonly scopes: readonly { readonly kind: string; readonly id: string }[];
  };
  readonly deliveryRollUps: readonly {
    readonly scope: { readonly kind: string; readonly id: string };
  }[];
  readonly sourcing: { readonly talkTo: readonly { readonly teamId: string }[] };
}

/** What is said of one team is said of a team. */
export const teamInvariants: readonly Invariant<Shown>[] = [
  {
    id: "no-team-is-a-person",
    statement: "nobody who owns alone is told as a team",
    check(shown, checks) {
      const persons = new Set(shown.teams.flatMap(({ id, kind }) => (kind === "team" ? [] : id)));
      const expect = (id: string, pointer: string): void =>
        checks.expect(isTeam(id) && !persons.has(id), () => ({
          ids: [id],
          found: `${id} is told as one`,
          withhold: [pointer],
        }));
      for (const [at, { teamId }] of shown.cognitiveLoad.entries())
        expect(teamId, `/cognitiveLoad/${String(at)}`);
      for (const [at, { kind, id }] of shown.maintainability.scopes.entries())
        if (kind === "team") expect(id, `/maintainability/scopes/${String(at)}`);
      for (const [at, { scope }] of shown.deliveryRollUps.entries())
        if (scope.kind === "team") expect(scope.id, `/deliveryRollUps/${String(at)}`);
      for (const [at, { teamId }] of shown.sourcing.talkTo.entries())
        expect(teamId, `/sourcing/talkTo/${String(at)}`);
    },
  },
];
