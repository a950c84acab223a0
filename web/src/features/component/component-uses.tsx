import { useMemo, type ReactNode } from "react";
import { useReport } from "#web/api/report-context.ts";
import type { Consumption } from "#web/api/report-view.ts";
import { Panel } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import {
  capabilityColumn,
  consumerColumn,
  ownersColumn,
  useColumns,
} from "../consumption-columns.tsx";

const newestFirst = { column: "since", isDescending: true };
const keyOf = (use: Consumption): string => use.id;

export function UsedCapabilities({ componentId }: { readonly componentId: string }): ReactNode {
  const view = useReport();
  const uses = view.usesOf(componentId);
  const columns = useMemo(() => [capabilityColumn(view), ...useColumns], [view]);
  return (
    <Panel title="What does it use?">
      {uses.length === 0 ? (
        <p>No use of a capability of this organisation was seen.</p>
      ) : (
        <DataTable
          caption="Uses"
          rows={uses}
          columns={columns}
          keyOf={keyOf}
          initialSorting={newestFirst}
          prefix="uses"
          filterHint="Filter by capability or version"
        />
      )}
    </Panel>
  );
}

export function Provided({ componentId }: { readonly componentId: string }): ReactNode {
  const view = useReport();
  const capabilities = view.providedBy(componentId);
  const users = useMemo(
    () => capabilities.flatMap((capability) => view.usersOf(capability.id)),
    [capabilities, view],
  );
  const columns = useMemo(
    () => [consumerColumn(view), ownersColumn(view), capabilityColumn(view), ...useColumns],
    [view],
  );
  return (
    <Panel title="Who uses what it provides?">
      {users.length === 0 ? (
        <p>
          {capabilities.length === 0
            ? "It provides nothing that others could install or call."
            : "Nobody yet."}
        </p>
      ) : (
        <DataTable
          caption="Used by"
          rows={users}
          columns={columns}
          keyOf={keyOf}
          initialSorting={newestFirst}
          prefix="users"
          filterHint="Filter by component, team or capability"
        />
      )}
    </Panel>
  );
}
