import type { ReactNode } from "react";
import { cloneKinds } from "#contract/vocabulary.ts";
import { useReport } from "#web/api/report-context.ts";
import { routeHref } from "#web/ui/route.ts";
import { CapabilityLink, Name, Owners } from "#web/ui/names.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet, TableColumn } from "#web/ui/table/table-column.ts";
import { numberWords, percentWords, plural, shorten } from "#web/ui/words.ts";
import {
  cloneKindWords,
  leftOutSentence,
  pairOf,
  placeWords,
  type CloneClass,
} from "./duplication-words.ts";
import { OwnerMatrix } from "./owner-matrix.tsx";

const columns: readonly TableColumn<CloneClass>[] = [
  {
    id: "where",
    header: "Copies",
    value: (one) => one.copies.map(placeWords).join(" "),
    cell: (one) => (
      <a href={routeHref("duplication", one.id)}>
        {pairOf(one).map((copy) =>
          copy === undefined ? null : (
            <span key={placeWords(copy)} className="clone-place" title={placeWords(copy)}>
              <Name>{shorten(placeWords(copy), 42)}</Name>
            </span>
          ),
        )}
        {one.copiesCount > 2 && (
          <small>and {plural(one.copiesCount - 2, "more copy", "more copies")}</small>
        )}
      </a>
    ),
    isSortable: false,
  },
  {
    id: "saves",
    header: "Sharing saves",
    value: (one) => one.crossOwnerLines,
    cell: (one) => plural(one.crossOwnerLines, "line"),
    isNumber: true,
    width: "10%",
  },
  {
    id: "rank",
    header: "Weight",
    value: (one) => one.rank,
    cell: (one) => numberWords(one.rank),
    isNumber: true,
    isOnPhone: false,
    width: "7%",
  },
  {
    id: "together",
    header: "Changed together",
    value: (one) => one.coChangesCount,
    cell: (one) => (one.coChangesCount === 0 ? "never" : plural(one.coChangesCount, "time")),
    isNumber: true,
    isOnPhone: false,
    width: "9%",
  },
  {
    id: "alike",
    header: "Alike",
    value: (one) => one.similarity,
    cell: (one) => percentWords(one.similarity),
    isNumber: true,
    isOnPhone: false,
    width: "6%",
  },
  {
    id: "kind",
    header: "Kind",
    value: (one) => cloneKindWords[one.kind],
    isOnPhone: false,
    width: "10%",
  },
  {
    id: "owners",
    header: "Kept by",
    value: (one) => one.ownerIds.length,
    cell: (one) =>
      one.ownerIds.length > 2 ? plural(one.ownerIds.length, "team") : <Owners ids={one.ownerIds} />,
    isNumber: true,
    isOnPhone: false,
    width: "15%",
  },
  {
    id: "offered",
    header: "Offered by",
    value: (one) => one.offeredByIds.length,
    cell: (one) =>
      one.offeredByIds[0] === undefined ? "nobody" : <CapabilityLink id={one.offeredByIds[0]} />,
    isNumber: true,
    isOnPhone: false,
    width: "12%",
  },
];

const facets: readonly Facet<CloneClass>[] = [
  {
    id: "kind",
    label: "Kind",
    options: cloneKinds.map((kind) => ({ value: kind, label: cloneKindWords[kind] })),
    matches: (row, value) => row.kind === value,
  },
];

const byRank = { column: "rank", isDescending: true };
const keyOf = (one: CloneClass): string => one.id;
const question = "What do teams build twice?";

export function DuplicationScreen(): ReactNode {
  const { duplication } = useReport().report;
  if (duplication === null) {
    return (
      <Screen
        title={question}
        question={question}
        section="duplication"
        answer="Code was not compared in this report: run fulcrum assess without --no-duplication."
      >
        {null}
      </Screen>
    );
  }
  const { summary, classes } = duplication;
  return (
    <Screen
      title={question}
      question={question}
      section="duplication"
      answer={
        summary.classesCount === 0
          ? `Nothing: no code of ${numberWords(summary.linesCount)} lines is kept by more than one owner.`
          : `${numberWords(summary.crossOwnerLines)} of ${numberWords(summary.linesCount)} lines of code would go if what several owners keep were shared, in ${plural(summary.classesCount, "place")}.`
      }
    >
      <OwnerMatrix duplication={duplication} />
      <Panel
        title="What to share first"
        note={
          <>
            Weight: the lines that sharing would save, times one more than how often copies changed
            within 14 days of each other.
            {summary.classesCount > classes.length &&
              ` The first ${numberWords(classes.length)} of ${numberWords(summary.classesCount)}.`}
          </>
        }
      >
        <DataTable
          caption="Code kept by more than one owner"
          rows={classes}
          columns={columns}
          keyOf={keyOf}
          initialSorting={byRank}
          facets={facets}
          filterHint="Filter by repository or path"
        />
      </Panel>
      <Panel title="What was left out">
        <p>{leftOutSentence(summary.leftOut)}.</p>
      </Panel>
    </Screen>
  );
}
