import { useMemo, type ReactNode } from "react";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet } from "#web/ui/table/table-column.ts";
import { numberWords, plural } from "#web/ui/words.ts";
import { jobColumns } from "./job-columns.tsx";
import { jobRows, type JobRow } from "./job-rows.ts";
import { ecosystemWords, effectiveWords } from "./job-words.ts";
import { Proposals } from "./proposals.tsx";

const question = "Which problems do teams solve in different ways?";

const facets: readonly Facet<JobRow>[] = [
  {
    id: "state",
    label: "State",
    options: [
      { value: "fragmented", label: "fragmented" },
      { value: "one", label: "less than two ways" },
      { value: "unknown", label: "not known" },
    ],
    matches: ({ job }, value) =>
      (job.isFragmented === null ? "unknown" : job.isFragmented ? "fragmented" : "one") === value,
  },
];

const byEffective = { column: "effective", isDescending: true };
const keyOf = ({ key }: JobRow): string => key;
const addressOf = ({ key }: JobRow): string => routeHref("jobs", key);

export function JobsScreen(): ReactNode {
  const { jobs, jobProposals } = useSection("jobs");
  const { asOf } = useReportIndex();
  const rows = useMemo(() => jobRows(jobs, asOf), [jobs, asOf]);
  return (
    <Screen
      title={question}
      question={question}
      section="jobs"
      finding={findingOf(rows)}
      lead={<Lead rows={rows} />}
    >
      {rows.length === 0 ? (
        <p className="empty">
          No package in use is listed for any job. Name jobs and packages under <code>jobs</code> in
          fulcrum.yaml.
        </p>
      ) : (
        <DataTable
          caption="Jobs"
          rows={rows}
          columns={jobColumns}
          keyOf={keyOf}
          initialSorting={byEffective}
          facets={facets}
          addressOf={addressOf}
          compares
          filterHint="Filter by job, language or package"
        />
      )}
      <Proposals proposals={jobProposals} />
    </Screen>
  );
}

function findingOf(rows: readonly JobRow[]): string {
  const judged = rows.filter(({ job }) => job.isFragmented !== null);
  const split = judged.filter(({ job }) => job.isFragmented).length;
  const noun = judged[0]?.job.keepersNow.unit === "repository" ? "repositories" : "teams";
  return judged.length === 0
    ? `None of ${plural(rows.length, "job")} is done by enough teams or repositories to say whether they differ`
    : `${numberWords(split)} of ${plural(judged.length, "job")} that enough ${noun} do ${split === 1 ? "is" : "are"} done in several ways`;
}

function Lead({ rows }: { readonly rows: readonly JobRow[] }): ReactNode {
  const fragmented = rows
    .filter(({ job }) => job.isFragmented)
    .toSorted((a, b) => (b.job.effectiveNumber ?? 0) - (a.job.effectiveNumber ?? 0));
  const answered = fragmented.filter(({ job }) => job.platformAnswerIds.length > 0).length;
  const [first] = fragmented;
  if (fragmented.length === 0) return null;
  return (
    <>
      The platform has an answer to {answered === 0 ? "none" : answered} of them.
      {first !== undefined && first.job.effectiveNumber !== null && (
        <>
          {" "}
          The most: <a href={routeHref("jobs", first.key)}>{first.job.title}</a> in{" "}
          {ecosystemWords(first.job.ecosystem)},{" "}
          <Figure evidence={[`job:${first.key}`]}>
            {effectiveWords(first.job, first.job.effectiveNumber)}
          </Figure>
          .
        </>
      )}
    </>
  );
}
