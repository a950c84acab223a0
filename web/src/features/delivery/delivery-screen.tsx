import { useMemo, type ReactNode } from "react";
import { useReport } from "#web/api/report-context.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet } from "#web/ui/table/table-column.ts";
import { numberWords, plural } from "#web/ui/words.ts";
import { deliveryColumns } from "./delivery-columns.tsx";
import { deliveryRows, type DeliveryRow } from "./delivery-rows.ts";

const question = "How do changes reach production?";

const facets: readonly Facet<DeliveryRow>[] = [
  {
    id: "environment",
    label: "Environment",
    options: [
      { value: "production", label: "production" },
      { value: "other", label: "others" },
      { value: "proxy", label: "releases only" },
    ],
    matches: ({ delivery }, value) => kindOf(delivery) === value,
  },
];

function kindOf({ isProduction, level }: DeliveryRow["delivery"]): string {
  if (level === "release" || level === "merge") return "proxy";
  return isProduction ? "production" : "other";
}

const byName = { column: "name", isDescending: false };
const keyOf = ({ key }: DeliveryRow): string => key;

export function DeliveryScreen(): ReactNode {
  const view = useReport();
  const rows = useMemo(() => deliveryRows(view), [view]);
  return (
    <Screen title={question} question={question} section="delivery" answer={<Answer rows={rows} />}>
      {rows.length === 0 ? (
        <p className="empty">
          No deployment was seen. Clone the repository that holds deployment state into the folder,
          or name event files under <code>deployments</code> in fulcrum.yaml.
        </p>
      ) : (
        <DataTable
          caption="Deliveries"
          rows={rows}
          columns={deliveryColumns}
          keyOf={keyOf}
          initialSorting={byName}
          facets={facets}
          filterHint="Filter by component or environment"
        />
      )}
    </Screen>
  );
}

function Answer({ rows }: { readonly rows: readonly DeliveryRow[] }): ReactNode {
  const production = rows.filter(({ delivery }) => delivery.isProduction);
  const inWindow = production.filter(({ delivery }) => delivery.deploymentsCount > 0);
  const count = inWindow.reduce((sum, { delivery }) => sum + delivery.deploymentsCount, 0);
  const measured = inWindow.filter(({ delivery }) => delivery.leadTimeSeconds !== null).length;
  const failures = inWindow.filter(({ delivery }) => delivery.changeFailRate !== null).length;
  if (production.length === 0) return "No deployment to production was seen.";
  return (
    <>
      <Figure evidence={inWindow.flatMap(({ delivery }) => delivery.evidenceIds)} n={count}>
        {numberWords(count)} deployments
      </Figure>{" "}
      to production in the last year, of {plural(inWindow.length, "component")}; change lead time is
      known for {measured} of them, change fail rate for {failures}.
    </>
  );
}
