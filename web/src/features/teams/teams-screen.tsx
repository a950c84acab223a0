import { useMemo, type ReactNode } from "react";
import { standing } from "#web/api/look-ups.ts";
import { useSections } from "#web/api/use-report.ts";
import type { Team } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Name } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { numberWords, ownerSourceWords, plural, teamsWords } from "#web/ui/words.ts";
import { teamCounts, teamLinks, type TeamLinks } from "./team-links.ts";

type Row = Team & TeamLinks & { readonly counts: ReturnType<typeof teamCounts> };

/** Alphabetical only: no order here ranks teams. */
const columns: readonly TableColumn<Row>[] = [
  {
    id: "name",
    header: "Team",
    value: (team) => team.name,
    cell: (team) => (
      <a href={routeHref("teams", team.id)}>
        <Name>{team.name}</Name>
      </a>
    ),
    width: "30%",
  },
  {
    id: "source",
    header: "Known from",
    value: (team) => ownerSourceWords[team.source],
    groupOf: (team) => ownerSourceWords[team.source],
    isSortable: false,
  },
  {
    id: "components",
    header: "Components",
    value: (team) => team.counts.standing,
    cell: ({ id, counts }) => <Figure evidence={[id]}>{numberWords(counts.standing)}</Figure>,
    isNumber: true,
    isAtEnd: true,
    isSortable: false,
  },
  {
    id: "provides",
    header: "Capabilities provided",
    value: (team) => team.provided.length,
    isNumber: true,
    isAtEnd: true,
    isSortable: false,
  },
  {
    id: "uses",
    header: "Capabilities used",
    value: (team) => team.used.length,
    isNumber: true,
    isAtEnd: true,
    isSortable: false,
  },
];

const byName = { column: "name", isDescending: false };
const keyOf = (team: Row): string => team.id;
const addressOf = ({ id }: Row): string => routeHref("teams", id);

export function TeamsScreen(): ReactNode {
  const { organisation, teams, components, capabilities, consumptions } = useSections(
    "organisation",
    "teams",
    "components",
    "capabilities",
    "consumptions",
  );
  const rows = useMemo(
    () =>
      teams.map((team) => ({
        ...team,
        ...teamLinks(team, capabilities, consumptions),
        counts: teamCounts(team, components),
      })),
    [teams, components, capabilities, consumptions],
  );
  const present = standing(components);
  const unowned = present.filter((one) => one.ownerIds.length === 0).length;
  return (
    <Screen
      title="Who owns what, and what do they build on?"
      question="Who owns what, and what do they build on?"
      section="teams"
      finding={
        <>
          {teamsWords(organisation)} {organisation.teamCount === 1 ? "owns" : "own"}{" "}
          <Figure evidence={["section:components"]}>
            {numberWords(present.length - unowned)} of {plural(present.length, "component")}
          </Figure>
        </>
      }
      lead="Teams stand in the order of the alphabet; Fulcrum does not rank them."
    >
      <DataTable
        caption="Teams"
        rows={rows}
        columns={columns}
        keyOf={keyOf}
        initialSorting={byName}
        addressOf={addressOf}
        filterHint="Filter by name"
      />
    </Screen>
  );
}
