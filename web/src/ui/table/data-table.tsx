import { useMemo, useRef, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { replaceRoute, useRoute } from "../route.ts";
import { scopeHref, useScope } from "../scope.ts";
import { numberWords } from "../words.ts";
import { Comparison } from "./comparison.tsx";
import { comparedAtMost } from "./compared.ts";
import { Peek } from "./peek.tsx";
import { PickedBar } from "./picked-bar.tsx";
import { SavedViews } from "./saved-views.tsx";
import { TableBody } from "./table-body.tsx";
import { TableHead } from "./table-head.tsx";
import { TableTools } from "./table-tools.tsx";
import { chosen, type Facet, type TableColumn } from "./table-column.ts";
import { groupingColumns, turned } from "./table-groups.ts";
import { columnsShown, countedFacets, pickedBeside, rowsOf, sortingIn } from "./table-rows.ts";
import { usePicked } from "./use-picked.ts";
import { useShownRows } from "./use-shown-rows.ts";
import { useTableQuery, type Sorting } from "./use-table-query.ts";

interface DataTableProps<Row> {
  /** In words, for assistive technology and for the exported file's name. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly initialSorting: Sorting;
  readonly facets?: readonly Facet<Row>[];
  /** Keeps the address's keys apart where a screen has several tables. */
  readonly prefix?: string;
  readonly filterHint: string;
  /** Teams that a row belongs to: where given, the team that the screens are narrowed to narrows the table. */
  readonly ownersOf?: (row: Row) => readonly string[];
  /** What is shown of a row at the right, beside the table, before its own screen is opened. */
  readonly peek?: (row: Row) => ReactNode;
  /** Whether picked rows can be put side by side: two to four. */
  readonly compares?: boolean;
  /** The screen that is a row's own: `#/…`. */
  readonly addressOf?: (row: Row) => string;
  /** Fields that put picked rows right, all at once. */
  readonly putRight?: (rows: readonly Row[]) => ReactNode;
  /** Rows that matter: the rest is shown when it is asked for. */
  readonly first?: number;
}

const noFacets: readonly never[] = [];

/**
 * Sorted by any column, gathered under any category, filtered in place, only the visible rows in the page, keys from row to row;
 * views are kept, rows peeked at.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, columns, keyOf, initialSorting, prefix = "", filterHint, peek } = props;
  const facets: readonly Facet<Row>[] = props.facets ?? noFacets;
  const query = useTableQuery(prefix);
  const route = useRoute();
  const { team } = useScope();
  const { ownersOf } = props;
  const sorting = sortingIn(columns, query.sorting) ?? initialSorting;
  const facetValues = facets.map((facet) => chosen(facet, query)).join("\u0000");

  const rows = useMemo(
    () =>
      team === null || ownersOf === undefined
        ? props.rows
        : props.rows.filter((row) => ownersOf(row).includes(team)),
    [props.rows, ownersOf, team],
  );
  const values = useMemo(() => facetValues.split("\u0000"), [facetValues]);
  const data = useMemo(() => rowsOf(rows, facets, values), [rows, facets, values]);
  const counted = useMemo(() => countedFacets(rows, facets, values), [rows, facets, values]);
  const { shown: told, hidden } = useMemo(() => columnsShown(rows, columns), [rows, columns]);
  const groupings = useMemo(() => groupingColumns(rows, columns), [rows, columns]);
  const { first } = props;
  const { all, items, grouping, groupsCount, isCut } = useShownRows({
    data,
    columns,
    keyOf,
    query,
    sorting,
    first,
  });
  const picked = usePicked(() => all.map(({ key }) => key));
  const seen = all.filter(({ key }) => picked.keys.has(key));
  // What a filter takes away after it was picked stays picked: a choice is put together in several steps.
  const unseen =
    seen.length === picked.keys.size ? [] : pickedBeside(rows, picked.keys, keyOf, seen);
  const taken = [...seen.map(({ row }) => row), ...unseen];
  const peeked = peek === undefined ? undefined : all.find(({ key }) => key === query.peeked);

  const visible = columnsBeside(query.isWide ? columns : told, peeked !== undefined);

  const root = useRef<HTMLDivElement>(null);
  const compare = (): void => {
    query.setCompared(taken.map(keyOf));
    // They stand above the list, from which the reader may be far down.
    requestAnimationFrame(() => root.current?.scrollIntoView());
  };
  const nameOf = (row: Row): string => String(columns[0]?.value(row) ?? keyOf(row));
  const compared = props.rows.filter((row) => query.compared.includes(keyOf(row)));
  return (
    <div ref={root} className="data-table">
      {compared.length >= 2 && (
        <Comparison
          title={`${numberWords(compared.length)} side by side`}
          rows={compared.slice(0, comparedAtMost)}
          columns={columns}
          keyOf={keyOf}
          onClose={() => query.setCompared([])}
        />
      )}
      {prefix === "" && route.id === null && <SavedViews />}
      <TableTools
        caption={caption}
        hint={filterHint}
        columns={columns}
        facets={counted}
        groupings={groupings}
        grouping={grouping}
        groupsCount={groupsCount}
        query={query}
        sorting={sorting}
        rows={all.map(({ row }) => row)}
        total={rows.length}
      />
      {ownersOf !== undefined && team !== null && (
        <Narrowed team={team} left={props.rows.length - rows.length} />
      )}
      <table role="table" aria-label={caption} aria-rowcount={items.length + 1}>
        <TableHead columns={visible} sorting={sorting} onSort={query.setSorting} />
        <TableBody
          columns={visible}
          items={items}
          picked={picked}
          peeked={peeked?.key ?? null}
          nameOf={nameOf}
          onTurn={({ name }) => query.setFolds(turned(query.folds, name))}
          {...(peek === undefined ? {} : { onPeek: query.setPeeked })}
        />
      </table>
      {isCut && (
        <p className="table-rest">
          <button type="button" onClick={() => query.setLong(true)}>
            Show all {numberWords(all.length)}
          </button>
        </p>
      )}
      {all.length === 0 && (
        <p className="empty">
          Nothing matches.{" "}
          <button type="button" onClick={query.clear}>
            Clear the filters
          </button>
        </p>
      )}
      {hidden.length > 0 && (
        <p className="note table-columns">
          {query.isWide ? "Shown although" : "Left out, for"} little is known:{" "}
          {hidden.map((column) => column.header).join(", ")}.{" "}
          <button type="button" onClick={() => query.setWide(!query.isWide)}>
            {query.isWide ? "Leave out" : "Show"}
          </button>
        </p>
      )}
      {taken.length > 0 && (
        <PickedBar
          rows={taken}
          unseen={unseen.length}
          caption={caption}
          columns={columns}
          onPickAll={taken.length < all.length ? () => picked.add(all.map(({ key }) => key)) : null}
          onLetGo={picked.letGo}
          onCompare={props.compares === true ? compare : null}
          {...(props.addressOf === undefined ? {} : { addressOf: props.addressOf })}
          {...(props.putRight === undefined ? {} : { putRight: props.putRight })}
        />
      )}
      {peek !== undefined && peeked !== undefined && (
        <Peek onClose={() => query.setPeeked(null)}>{peek(peeked.row)}</Peek>
      )}
    </div>
  );
}

/** From this width on a row that is shown beside the table takes nothing of its room. */
const roomForBoth = 2128;

/** Beside a row that is shown, the table keeps the columns that carry its message, as on a phone. */
function columnsBeside<Row>(
  columns: readonly TableColumn<Row>[],
  isPeeking: boolean,
): readonly TableColumn<Row>[] {
  if (!isPeeking || globalThis.innerWidth >= roomForBoth) return columns;
  return columns.filter(({ isOnPhone }) => isOnPhone !== false);
}

function Narrowed({ team, left }: { readonly team: string; readonly left: number }): ReactNode {
  const route = useRoute();
  const { teams } = useNames();
  return (
    <p className="note table-narrowed">
      Only {teams.get(team)?.name ?? team}; {left} more of other teams.{" "}
      <button type="button" onClick={() => replaceRoute(scopeHref(route, { team: "" }))}>
        Show all teams
      </button>
    </p>
  );
}
