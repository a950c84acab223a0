import { useMemo, type ReactNode } from "react";
import { providedBy, usersOf, usesOf } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection, useSections } from "#web/api/use-report.ts";
import type { Consumption } from "#web/api/report-rows.ts";
import { routeHref } from "#web/ui/route.ts";
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
const capabilityAddress = (use: Consumption): string => routeHref("capabilities", use.capabilityId);
const consumerAddress = (use: Consumption): string =>
  routeHref("components", use.consumerComponentId);

export function UsedCapabilities({ componentId }: { readonly componentId: string }): ReactNode {
  const names = useNames();
  const { consumptions } = useSection("consumptions");
  const uses = usesOf(consumptions, componentId);
  const columns = useMemo(() => [capabilityColumn(names), ...useColumns], [names]);
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
          addressOf={capabilityAddress}
          filterHint="Filter by capability or version"
        />
      )}
    </Panel>
  );
}

export function Provided({ componentId }: { readonly componentId: string }): ReactNode {
  const names = useNames();
  const shown = useSections("capabilities", "consumptions");
  const { consumptions } = shown;
  const capabilities = providedBy(shown.capabilities, componentId);
  const users = useMemo(
    () => capabilities.flatMap((capability) => usersOf(consumptions, capability.id)),
    [capabilities, consumptions],
  );
  const columns = useMemo(
    () => [consumerColumn(names), ownersColumn(names), capabilityColumn(names), ...useColumns],
    [names],
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
          addressOf={consumerAddress}
          filterHint="Filter by component, team or capability"
        />
      )}
    </Panel>
  );
}
