import { useMemo, type ReactNode } from "react";
import { usersOf } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import type { Consumption } from "#web/api/report-rows.ts";
import { routeHref } from "#web/ui/route.ts";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet } from "#web/ui/table/table-column.ts";
import { PutComponentsRight } from "../corrections/put-right.tsx";
import { consumerColumn, ownersColumn, useColumns } from "../consumption-columns.tsx";

const facets: readonly Facet<Consumption>[] = [
  {
    id: "state",
    label: "State",
    options: [
      { value: "now", label: "use it now" },
      { value: "left", label: "no longer use it" },
      { value: "on", label: "went on elsewhere or later" },
    ],
    matches: (use, value) => value === stateOf(use),
  },
];

/** An end that is no leaving: the use goes on in another component, or came back. */
function stateOf(use: Consumption): "now" | "left" | "on" {
  if (use.to === null) return "now";
  const { endReason } = use;
  return endReason === null || endReason === "carried" || endReason === "returned" ? "on" : "left";
}

const newestFirst = { column: "since", isDescending: true };
const keyOf = (use: Consumption): string => use.id;
const addressOf = (use: Consumption): string => routeHref("components", use.consumerComponentId);
const putRight = (uses: readonly Consumption[]): ReactNode => (
  <PutComponentsRight ids={uses.map((use) => use.consumerComponentId)} />
);

export function ConsumersTable({ capabilityId }: { readonly capabilityId: string }): ReactNode {
  const names = useNames();
  const { consumptions } = useSection("consumptions");
  const columns = useMemo(
    () => [consumerColumn(names), ownersColumn(names), ...useColumns],
    [names],
  );
  return (
    <DataTable
      caption="Consumers"
      rows={usersOf(consumptions, capabilityId)}
      columns={columns}
      keyOf={keyOf}
      initialSorting={newestFirst}
      facets={facets}
      addressOf={addressOf}
      putRight={putRight}
      filterHint="Filter by component, team or version"
    />
  );
}
