import { useMemo, type ReactNode } from "react";
import { useReport } from "#web/api/report-context.ts";
import type { Consumption } from "#web/api/report-view.ts";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet } from "#web/ui/table/table-column.ts";
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

export function ConsumersTable({ capabilityId }: { readonly capabilityId: string }): ReactNode {
  const view = useReport();
  const columns = useMemo(() => [consumerColumn(view), ownersColumn(view), ...useColumns], [view]);
  return (
    <DataTable
      caption="Consumers"
      rows={view.usersOf(capabilityId)}
      columns={columns}
      keyOf={keyOf}
      initialSorting={newestFirst}
      facets={facets}
      filterHint="Filter by component, team or version"
    />
  );
}
