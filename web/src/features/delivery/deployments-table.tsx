import { useMemo, type ReactNode } from "react";
import { deploymentReference } from "#web/api/delivery-evidence.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Name } from "#web/ui/names.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { dateWords, monthWords, numberWords } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import { durationWords, outcomeWords, remedyWords } from "./delivery-rows.ts";

interface PointRow {
  readonly key: string;
  readonly reference: string;
  readonly point: Delivery["points"][number];
}

const columns: readonly TableColumn<PointRow>[] = [
  {
    id: "at",
    header: "Deployed",
    value: ({ point }) => point.at,
    groupOf: ({ point }) => monthWords(point.at),
    cell: ({ reference, point }) => (
      <Figure evidence={[reference]}>
        {dateWords(point.at)}, {point.at.slice(11, 16)}
      </Figure>
    ),
  },
  {
    id: "version",
    header: "Version",
    value: ({ point }) => point.version,
    cell: ({ point }) => <Name>{point.version}</Name>,
  },
  {
    id: "outcome",
    header: "Outcome",
    value: ({ point }) => wordsOf(point),
    groupOf: ({ point }) => wordsOf(point),
    isOnPhone: false,
  },
  {
    id: "commits",
    header: "Commits",
    value: ({ point }) => point.commitsCount,
    cell: ({ point }) =>
      point.commitsCount === null ? "not known" : numberWords(point.commitsCount),
    isNumber: true,
    isOnPhone: false,
  },
  {
    id: "lead",
    header: "Lead time",
    value: ({ point }) => point.leadTimeSeconds,
    cell: ({ point }) =>
      point.leadTimeSeconds === null ? "" : durationWords(point.leadTimeSeconds),
    isNumber: true,
  },
];

function wordsOf({ outcome, remedy }: Delivery["points"][number]): string {
  const words = outcomeWords[outcome];
  return remedy === undefined || outcome === "rollback"
    ? words
    : `${words}; ${remedyWords[remedy]}`;
}

const newest = { column: "at", isDescending: true };
const keyOf = ({ key }: PointRow): string => key;

/** Every deployment that is listed, each with its evidence. */
export function DeploymentsTable({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const rows = useMemo(
    () =>
      delivery.points.map((point, index) => ({
        key: `${point.at} ${index}`,
        reference: deploymentReference(delivery, index),
        point,
      })),
    [delivery],
  );
  return (
    <DataTable
      caption={`Deployments of ${delivery.application}`}
      rows={rows}
      columns={columns}
      keyOf={keyOf}
      initialSorting={newest}
      prefix="deployment"
      filterHint="Filter by version or outcome"
    />
  );
}
