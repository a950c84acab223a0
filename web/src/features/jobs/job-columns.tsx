import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, Name } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { Unknown } from "#web/ui/unknown.tsx";
import { decimalWords } from "#web/ui/words.ts";
import type { JobRow } from "./job-rows.ts";
import { ecosystemWords, effectiveWords, stateWords } from "./job-words.ts";
import { ShareBar, shareWords } from "./share-bar.tsx";

export const jobColumns: readonly TableColumn<JobRow>[] = [
  {
    id: "job",
    header: "Job",
    value: ({ job }) => job.title,
    cell: ({ job, key }) => (
      <a href={routeHref("jobs", key)}>
        {job.source === "catalogue" ? job.title : <Name>{job.title}</Name>}
      </a>
    ),
    width: "17%",
  },
  {
    id: "ecosystem",
    header: "In",
    value: ({ job }) => ecosystemWords(job.ecosystem),
    groupOf: ({ job }) => ecosystemWords(job.ecosystem),
    width: "9%",
  },
  {
    id: "effective",
    header: "Effective number of ways",
    value: ({ job }) => job.effectiveNumber,
    cell: ({ job, key, pointer }) =>
      job.effectiveNumber === null ? (
        <Unknown pointer={`${pointer}/effectiveNumber`} />
      ) : (
        <Figure evidence={[`job:${key}`]} n={job.keepersNow.count}>
          {effectiveWords(job, job.effectiveNumber)}
        </Figure>
      ),
    isNumber: true,
    width: "15%",
  },
  {
    id: "state",
    header: "State",
    value: ({ job }) => (job.isFragmented === null ? null : stateWords(job.isFragmented)),
    groupOf: ({ job }) => (job.isFragmented === null ? null : stateWords(job.isFragmented)),
    cell: ({ job }) => (job.isFragmented === null ? "not known" : stateWords(job.isFragmented)),
    width: "10%",
  },
  {
    id: "shares",
    header: "Shares",
    value: ({ job }) => shareWords(job),
    cell: ({ job }) => <ShareBar job={job} />,
    isSortable: false,
  },
  {
    id: "trend",
    header: "Trend",
    value: ({ job }) => job.trend[0]?.effectiveNumber ?? null,
    cell: ({ job }) => {
      const known = job.trend.flatMap((point) => point.effectiveNumber ?? []);
      const [first, last] = [known[0], known.at(-1)];
      return (
        <Sparkline
          values={known}
          outline={[]}
          label={
            first === undefined || last === undefined
              ? "no trend"
              : `Effective number from ${decimalWords(first)} to ${decimalWords(last)}`
          }
        />
      );
    },
    isSortable: false,
    isOnPhone: false,
    width: "122px",
  },
  {
    id: "answer",
    header: "The platform's answer",
    value: ({ job }) => job.platformAnswerIds.length,
    cell: ({ job }) =>
      job.platformAnswerIds.length === 0 ? (
        <span className="quiet">none seen</span>
      ) : (
        job.platformAnswerIds.map((id, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <CapabilityLink id={id} />
          </span>
        ))
      ),
    isNumber: true,
    width: "13%",
  },
];
