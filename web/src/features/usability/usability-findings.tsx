import type { ReactNode } from "react";
import { useNames, type NamesOfThings } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet, TableColumn } from "#web/ui/table/table-column.ts";
import { dateWords, yearOf } from "#web/ui/words.ts";
import { findingSeverities } from "#vocabulary/declared.ts";
import { metWords, openWords, severityRank, type Finding } from "./usability-words.ts";

const facets: readonly Facet<Finding>[] = [
  {
    id: "state",
    label: "State",
    options: [
      { value: "open", label: "open" },
      { value: "mended", label: "mended" },
    ],
    initial: "open",
    matches: (one, value) => (one.resolvedAt === null) === (value === "open"),
  },
  {
    id: "severity",
    label: "Severity",
    options: findingSeverities.map((value) => ({ value, label: value })),
    matches: (one, value) => one.severity === value,
  },
];
const worstFirst = { column: "severity", isDescending: true };
const keyOf = (one: Finding): string => one.id;

/** What users stumbled over, from the work with Design: of one thing, or of all. */
export function UsabilityFindings({ subjectId }: { readonly subjectId?: string }): ReactNode {
  const { usability } = useSection("usability");
  const names = useNames();
  const rows =
    subjectId === undefined ? usability : usability.filter((one) => one.subjectId === subjectId);
  if (rows.length === 0) return null;
  return (
    <Panel title="What do users stumble over?" note={openWords(rows)}>
      <DataTable
        caption="Usability findings"
        rows={rows}
        columns={columnsOf(names, subjectId !== undefined)}
        keyOf={keyOf}
        initialSorting={worstFirst}
        facets={facets}
        prefix="findings"
        filterHint="Filter by words, place or source"
      />
    </Panel>
  );
}

function columnsOf(names: NamesOfThings, isOfOne: boolean): readonly TableColumn<Finding>[] {
  const nameOf = ({ subjectId: id }: Finding): string =>
    names.components.get(id)?.name ?? names.capabilities.get(id)?.name ?? id;
  return [
    {
      id: "finding",
      header: "Finding",
      value: (one) => one.finding,
      cell: (one) => (
        <Figure evidence={one.evidenceIds}>
          <bdi>{one.finding}</bdi>
        </Figure>
      ),
      width: "36%",
    },
    {
      id: "where",
      header: isOfOne ? "Screen" : "Where",
      value: (one) => (isOfOne ? (one.screen ?? "") : `${nameOf(one)} ${one.screen ?? ""}`),
      cell: (one) => (
        <>
          {!isOfOne && <SubjectLink id={one.subjectId} />}
          {one.screen !== null && (
            <span className={isOfOne ? undefined : "quiet block"}>
              <bdi>{one.screen}</bdi>
            </span>
          )}
        </>
      ),
      width: "18%",
    },
    {
      id: "severity",
      header: "Severity",
      value: severityRank,
      groupOf: (one) => one.severity,
      cell: (one) => one.severity,
      isNumber: true,
      width: "10%",
    },
    {
      id: "users",
      header: "Met by",
      value: (one) => one.usersCount,
      cell: metWords,
      isNumber: true,
      width: "12%",
    },
    {
      id: "found",
      header: "Found",
      value: (one) => one.foundAt,
      groupOf: (one) => yearOf(one.foundAt),
      cell: (one) => (
        <>
          {dateWords(one.foundAt)}
          <span className="quiet block">
            <bdi>{one.source}</bdi>
          </span>
        </>
      ),
    },
  ];
}

function SubjectLink({ id }: { readonly id: string }): ReactNode {
  return id.startsWith("capability:") ? <CapabilityLink id={id} /> : <ComponentLink id={id} />;
}
