import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, Name } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { dateWords, keptWords, percentWords } from "#web/ui/words.ts";
import { jobRows, type JobRow, type Solution } from "./job-rows.ts";
import {
  ecosystemWords,
  effectiveWords,
  keepersNoun,
  keepersTitle,
  packageWords,
  stateWords,
} from "./job-words.ts";
import { SharesOverTime } from "./shares-over-time.tsx";
import { solutionColumns } from "./solution-columns.tsx";

const byShare = { column: "share", isDescending: true };
const keyOf = (one: Solution): string => one.package;

export function JobScreen({ id }: { readonly id: string }): ReactNode {
  const { jobs } = useSection("jobs");
  const { asOf } = useReportIndex();
  const names = useNames();
  const row = useMemo(() => jobRows(jobs, asOf).find((one) => one.key === id), [jobs, asOf, id]);
  const columns = useMemo(() => solutionColumns(names, row?.job), [names, row]);
  if (row === undefined) return <NotFound what="job" id={id} />;
  const { job, pointer } = row;
  const language = ecosystemWords(job.ecosystem);
  return (
    <Screen
      key={id}
      title={`${job.title}, ${language}`}
      question={`A job that teams do, in ${language}`}
      finding={job.source === "catalogue" ? job.title : <Name>{job.title}</Name>}
      section="jobs"
      lead={<Answer row={row} />}
    >
      <div className="introduction">
        <p>{job.definition}</p>
      </div>
      <Pictures row={row} asOf={asOf} />
      <Panel title="Solutions and who uses them">
        {job.keepersNow.count === 0 && (
          <p>
            <Unknown pointer={`${pointer}/solutions`} />
          </p>
        )}
        <DataTable
          caption="Solutions"
          rows={job.solutions}
          columns={columns}
          keyOf={keyOf}
          initialSorting={byShare}
          filterHint="Filter by package, team or component"
        />
      </Panel>
    </Screen>
  );
}

function Answer({ row: { job, key, pointer } }: { readonly row: JobRow }): ReactNode {
  const { ownersKnown } = useSection("organisation").organisation;
  return (
    <>
      {job.effectiveNumber === null || job.isFragmented === null ? (
        <Unknown pointer={`${pointer}/effectiveNumber`} />
      ) : (
        <>
          In effect{" "}
          <Figure evidence={[`job:${key}`]} n={job.keepersNow.count}>
            {effectiveWords(job, job.effectiveNumber)}
          </Figure>{" "}
          over {keptWords(job.keepersNow, ownersKnown)}: {stateWords(job.isFragmented)}.
        </>
      )}{" "}
      {job.platformAnswerIds.length === 0 ? (
        "The platform is not seen to offer an answer."
      ) : (
        <>
          The platform offers{" "}
          {job.platformAnswerIds.map((id, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <CapabilityLink id={id} />
            </span>
          ))}
          .
        </>
      )}
    </>
  );
}

function Pictures({
  row: { job, pointer },
  asOf,
}: {
  readonly row: JobRow;
  readonly asOf: string;
}): ReactNode {
  const first = job.trend[0];
  if (job.keepersNow.count === 0) return null;
  const window = `${first === undefined ? "" : `${dateWords(first.date)} to `}${dateWords(asOf)}`;
  return (
    <>
      <Panel title="Shares now">
        <BarChart
          data={{
            title: `${keepersTitle(job)} by solution`,
            unit: `% of ${keepersNoun(job)}, each counting once`,
            n: job.keepersNow.count,
            counted: job.keepersNow.unit,
            window: dateWords(asOf),
            source: "manifests",
          }}
          labelTitle="Solution"
          bars={job.solutions.map((one) => ({
            label: packageWords(one.package),
            value: Math.round((one.share ?? 0) * 100),
            words: percentWords(one.share ?? 0),
          }))}
          isMono
        />
      </Panel>
      {job.trend.length > 1 && <SharesOverTime job={job} window={window} />}
      {job.trend.some((point) => point.effectiveNumber === null) && (
        <p className="note">
          Trend. <Unknown pointer={`${pointer}/trend`} />
        </p>
      )}
    </>
  );
}
