import type { Size } from "#insight/signals/result.ts";
import { countedTeams, ownersKnownOf } from "#model/keepers.ts";
import type { Organisation } from "#model/organisation.ts";
import { counted } from "#kernel/phrases.ts";

/** From these numbers on an organisation is medium, and large (uncalibrated). */
const byTeams = { medium: 4, large: 10 };
const byEngineers = { medium: 25, large: 100 };

/** By the engineers that were declared, else by the teams that own something live; null where neither is known. */
export function sizeOf(
  engineers: number | null,
  { teams, components }: Organisation,
): { readonly size: Size | null; readonly sizeReason: string } {
  if (engineers !== null) {
    const size = sizeBy(engineers, byEngineers);
    return { size, sizeReason: `Size: ${size}, ${counted(engineers, "engineer")} as declared.` };
  }
  const live = new Set(components.filter((one) => one.isLive !== false).map(({ id }) => id));
  const count = teams.filter(
    (team) => team.kind === "team" && team.componentIds.some((id) => live.has(id)),
  ).length;
  if (count === 0)
    return {
      size: null,
      sizeReason: "Size: unknown, no team and no number of engineers is known.",
    };
  const size = sizeBy(count, byTeams);
  return {
    size,
    sizeReason: `Size: ${size}, ${countedTeams(count, ownersKnownOf(components))} with live components.`,
  };
}

function sizeBy(count: number, from: { readonly medium: number; readonly large: number }): Size {
  if (count < from.medium) return "small";
  return count < from.large ? "medium" : "large";
}
