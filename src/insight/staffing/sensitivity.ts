import type { StaffingOptions } from "./options.ts";
import { middleOf, peopleFor, spanOf, type People } from "./range.ts";
import type { StaffingResult } from "./result.ts";

interface Counts {
  readonly domains: People;
  readonly teams: People;
  readonly isProposed: boolean;
}

/** How the answer moves with what is least sure: domains, teams, and the rules themselves. */
export function sensitivityOf(
  { domains, teams, isProposed }: Counts,
  options: StaffingOptions,
): StaffingResult["sensitivity"] {
  const row = (change: string, domainCounts: People, teamCounts: People, rules = options) => {
    const range = spanOf(
      [domainCounts.low, domainCounts.high].flatMap((one) =>
        [teamCounts.low, teamCounts.high].map((other) => peopleFor(one, other, rules)),
      ),
    );
    const likely = peopleFor(domainCounts.low, teamCounts.low, rules);
    return { change, ...range, recommended: middleOf(likely) };
  };
  const exactly = (count: number): People => ({ low: count, high: count });
  const rows = [
    ...(isProposed
      ? [
          row("the proposed domains were confirmed", exactly(domains.high), teams),
          row("the proposed domains were rejected", exactly(0), teams),
        ]
      : [
          row("there were one major domain more", exactly(domains.low + 1), teams),
          ...(domains.low > 0
            ? [row("there were one major domain fewer", exactly(domains.low - 1), teams)]
            : []),
        ]),
    ...(teams.low === teams.high
      ? []
      : [
          row("no team of unknown effort focused on the platform", domains, exactly(teams.low)),
          row("every team of unknown effort focused on the platform", domains, exactly(teams.high)),
        ]),
    row(
      `${String(options.teamsFrom)} teams focused on the platform`,
      domains,
      exactly(options.teamsFrom),
    ),
    row("twice as many teams focused on the platform", domains, {
      low: teams.low * 2,
      high: teams.high * 2,
    }),
  ];
  return rows;
}
