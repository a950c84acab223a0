import type { ReactNode } from "react";
import { useSection } from "#web/api/use-report.ts";
import { routeHref } from "#web/ui/route.ts";
import { CapabilityLink, Name, Owners } from "#web/ui/names.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet, TableColumn } from "#web/ui/table/table-column.ts";
import { numberWords, ownerWord, percentWords, plural } from "#web/ui/words.ts";
import {
  cloneKindWords,
  isApart,
  leftOutSentence,
  linesByRemedy,
  pairOf,
  placeWords,
  shortPlaceWords,
  type CloneClass,
} from "./duplication-words.ts";
import { DuplicationOverTime } from "./duplication-over-time.tsx";
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
              <Name>{shortPlaceWords(copy, 44)}</Name>
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
    groupOf: (one) => cloneKindWords[one.kind],
    isOnPhone: false,
    width: "10%",
  },
  {
    id: "owners",
    header: "Kept by",
    value: (one) => one.ownerIds.length,
    cell: (one) =>
      one.ownerIds.length > 2 ? (
        plural(one.ownerIds.length, ownerWord(one.ownerIds))
      ) : (
        <Owners ids={one.ownerIds} />
      ),
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

const facetOf = (kinds: readonly CloneClass["kind"][]): readonly Facet<CloneClass>[] => [
  {
    id: "kind",
    label: "Kind",
    options: kinds.map((kind) => ({ value: kind, label: cloneKindWords[kind] })),
    matches: (row, value) => row.kind === value,
  },
];
const codeFacets = facetOf(["code", "identical-file"]);
const apartFacets = facetOf(["template", "fork"]);

const byRank = { column: "rank", isDescending: true };
const keyOf = (one: CloneClass): string => one.id;
const addressOf = (one: CloneClass): string => routeHref("duplication", one.id);
const ownersOf = (one: CloneClass): readonly string[] => one.ownerIds;
const clustersFirst = 20;
const question = "What do teams build twice?";

export function DuplicationScreen(): ReactNode {
  const { duplication } = useSection("duplication");
  if (duplication === null) {
    return (
      <Screen
        title={question}
        question={question}
        section="duplication"
        finding="Code was not compared in this report"
        lead={
          <>
            Run <code>fulcrum assess</code> without <code>--no-duplication</code>.
          </>
        }
      >
        {null}
      </Screen>
    );
  }
  const { summary, classes } = duplication;
  const lines = linesByRemedy(summary);
  const code = classes.filter((one) => !isApart(one));
  const apart = classes.filter(isApart);
  return (
    <Screen
      title={question}
      question={question}
      section="duplication"
      finding={
        summary.classesCount === 0
          ? `No code of ${numberWords(summary.linesCount)} lines is kept by more than one owner`
          : `${numberWords(lines.shared)} of ${numberWords(summary.linesCount)} lines of code would go if what several owners keep were shared`
      }
      lead={
        lines.apart > 0 &&
        `${numberWords(lines.apart)} more would go if their scaffolding came from one place.`
      }
    >
      <Panel
        title="What to share first"
        note={
          <>
            Weight: the lines that sharing would save, times one more than how often copies changed
            together beyond chance.
            {summary.classesCount > classes.length &&
              ` The first ${numberWords(classes.length)} of ${numberWords(summary.classesCount)} of all kinds; fulcrum duplicates --format json lists them all.`}
          </>
        }
      >
        {code.length === 0 ? (
          <p>No code proper is kept by more than one owner.</p>
        ) : (
          <DataTable
            caption="Code kept by more than one owner"
            rows={code}
            columns={columns}
            keyOf={keyOf}
            initialSorting={byRank}
            facets={codeFacets}
            ownersOf={ownersOf}
            first={clustersFirst}
            addressOf={addressOf}
            filterHint="Filter by repository or path"
          />
        )}
      </Panel>
      {apart.length > 0 && (
        <Panel
          title="Scaffolding and forks"
          note="What a tool or a template prescribes, and what forks have from their origin: better generated or called from one place than shared as code."
        >
          <DataTable
            caption="Scaffolding and code of forks kept by more than one owner"
            rows={apart}
            columns={columns}
            keyOf={keyOf}
            initialSorting={byRank}
            facets={apartFacets}
            ownersOf={ownersOf}
            first={clustersFirst}
            prefix="apart"
            addressOf={addressOf}
            filterHint="Filter by repository or path"
          />
        </Panel>
      )}
      <OwnerMatrix duplication={duplication} />
      {duplication.trend === null ? (
        <p className="note">
          Whether it grows was not asked: <code>fulcrum assess --duplication-trend</code> compares
          the code of earlier quarters as well, which takes several times as long.
        </p>
      ) : (
        <DuplicationOverTime trend={duplication.trend} />
      )}
      <Panel title="What was left out">
        <p>{leftOutSentence(summary.leftOut)}.</p>
      </Panel>
    </Screen>
  );
}
