import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSections } from "#web/api/use-report.ts";
import { Name } from "#web/ui/names.tsx";
import { Prose } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { numberWords, plural } from "#web/ui/words.ts";
import { SectionCoverage } from "./section-coverage.tsx";
import { BlindSpotList } from "./blind-spot-list.tsx";

type Problem = Report["problems"][number];

const columns: readonly TableColumn<Problem>[] = [
  {
    id: "where",
    header: "Where",
    value: (one) => one.where,
    cell: (one) => <Name>{one.where}</Name>,
    width: "28%",
  },
  {
    id: "text",
    header: "What happened",
    value: (one) => one.text,
    groupOf: (one) => one.text,
  },
  {
    id: "needs",
    header: "What to do",
    value: (one) => one.needs,
    groupOf: (one) => one.needs,
    cell: (one) => <Prose>{one.needs}</Prose>,
  },
  {
    id: "source",
    header: "Read by",
    value: (one) => one.source,
    groupOf: (one) => one.source,
    isOnPhone: false,
    width: "12%",
  },
];

const byPlace = { column: "where", isDescending: false };
const keyOf = (one: Problem): string => `${one.code} ${one.where} ${one.text}`;

export function BlindSpotsScreen(): ReactNode {
  const { blindSpots, problems } = useSections("blindSpots", "problems");
  const [first] = blindSpots;
  return (
    <Screen
      title="What could not be seen, and what would sharpen it most?"
      question="What could not be seen, and what would sharpen it most?"
      section="blindSpots"
      finding={
        first === undefined
          ? "Nothing is known to be missing"
          : `The largest of ${plural(blindSpots.length, "gap")}: ${numberWords(first.count)} ${first.what}`
      }
      lead={
        first !== undefined && (
          <>
            <Prose>{first.sharpen}</Prose> {plural(problems.length, "problem")} came up while
            reading.
          </>
        )
      }
    >
      <SectionCoverage />
      <Panel title="Gaps">
        <BlindSpotList spots={blindSpots} />
      </Panel>
      <Panel title={`Problems while reading (${numberWords(problems.length)})`}>
        {problems.length === 0 ? (
          <p>Every file that was asked for could be read.</p>
        ) : (
          <DataTable
            caption="Problems"
            rows={problems}
            columns={columns}
            keyOf={keyOf}
            initialSorting={byPlace}
            filterHint="Filter by place or words"
          />
        )}
      </Panel>
    </Screen>
  );
}
