import { useState, type ReactNode } from "react";
import { copyText, saveCsv } from "../save.ts";
import { numberWords, plural } from "../words.ts";
import { allOf, chosen, type TableColumn } from "./table-column.ts";
import { csvOf, type CountedFacet } from "./table-rows.ts";
import type { Sorting, TableQuery } from "./use-table-query.ts";

interface TableToolsProps<Row> {
  readonly caption: string;
  readonly hint: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly facets: readonly CountedFacet<Row>[];
  /** Columns that rows can be gathered by, and the one that they are. */
  readonly groupings: readonly TableColumn<Row>[];
  readonly grouping: TableColumn<Row> | null;
  readonly groupsCount: number;
  readonly query: TableQuery;
  readonly sorting: Sorting;
  readonly rows: readonly Row[];
  readonly total: number;
}

export function TableTools<Row>(props: TableToolsProps<Row>): ReactNode {
  const {
    caption,
    hint,
    columns,
    facets,
    groupings,
    grouping,
    groupsCount,
    query,
    sorting,
    rows,
    total,
  } = props;
  const [said, setSaid] = useState("");
  const csv = (): string => csvOf(rows, columns);
  const copy = async (): Promise<void> =>
    setSaid((await copyText(csv())) ? "Copied" : "The browser refused the clipboard");
  return (
    <div className="table-tools">
      <input
        type="search"
        data-filter=""
        aria-label={`Filter ${caption}`}
        placeholder={hint}
        value={query.filter}
        onChange={(event) => query.setFilter(event.target.value)}
      />
      {facets.map((facet) => (
        <select
          key={facet.id}
          aria-label={facet.label}
          value={chosen(facet, query)}
          onChange={(event) => {
            const { value } = event.target;
            query.setFacet(facet.id, value === (facet.initial ?? allOf) ? "" : value);
          }}
        >
          <option value={allOf}>{facet.label}: all</option>
          {facet.options.map((option) => (
            <option key={option.value} value={option.value}>
              {facet.label}: {option.label} ({facet.counts.get(option.value) ?? 0})
            </option>
          ))}
        </select>
      ))}
      <Grouping groupings={groupings} grouping={grouping} query={query} />
      <select
        className="only-on-phone"
        aria-label="Sort by"
        value={`${sorting.isDescending ? "-" : ""}${sorting.column}`}
        onChange={(event) => {
          const text = event.target.value;
          query.setSorting({ column: text.replace(/^-/, ""), isDescending: text.startsWith("-") });
        }}
      >
        {columns.flatMap((column) =>
          column.isSortable === false
            ? []
            : [
                <option key={column.id} value={column.id}>{`${column.header} ↑`}</option>,
                <option
                  key={`-${column.id}`}
                  value={`-${column.id}`}
                >{`${column.header} ↓`}</option>,
              ],
        )}
      </select>
      <span className="table-count" role="status">
        {said !== "" && `${said}. `}
        {rows.length === total
          ? numberWords(total)
          : `${numberWords(rows.length)} of ${numberWords(total)}`}
        {grouping !== null && ` in ${plural(groupsCount, "group")}`}
      </span>
      <span className="table-export">
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" onClick={() => saveCsv(caption, csv())}>
          Export CSV
        </button>
      </span>
    </div>
  );
}

function Grouping<Row>({
  groupings,
  grouping,
  query,
}: Pick<TableToolsProps<Row>, "groupings" | "grouping" | "query">): ReactNode {
  const isOffered = grouping === null || groupings.includes(grouping);
  const offered = isOffered ? groupings : [...groupings, grouping];
  if (offered.length === 0) return null;
  const { all } = query.folds;
  return (
    <>
      <select
        aria-label="Group by"
        value={grouping?.id ?? ""}
        onChange={(event) => query.setGroup(event.target.value)}
      >
        <option value="">Not grouped</option>
        {offered.map(({ id, header }) => (
          <option key={id} value={id}>
            By {header.toLowerCase()}
          </option>
        ))}
      </select>
      {grouping !== null && (
        <button type="button" onClick={() => query.setFolds({ all: !all, but: [] })}>
          {all ? "Open all" : "Close all"}
        </button>
      )}
    </>
  );
}
