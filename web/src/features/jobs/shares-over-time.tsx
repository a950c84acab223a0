import { useRef, type ReactNode } from "react";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { useWidth } from "#web/ui/chart/use-width.ts";
import { dateWords, decimalWords, percentWords, shorten } from "#web/ui/words.ts";
import type { Job } from "#web/api/report-rows.ts";
import { keepersNoun, packageWords } from "./job-words.ts";

const height = 150;
const gap = 4;

/** A column for each quarter-end, its pieces the share of each solution; the table has the figures. */
export function SharesOverTime({
  job,
  window,
}: {
  readonly job: Job;
  readonly window: string;
}): ReactNode {
  const names = solutionsOf(job);
  const data: ChartData = {
    title: "Shares over time",
    unit: `share of ${keepersNoun(job)}, at quarter-ends`,
    n: job.keepersNow.count,
    counted: job.keepersNow.unit,
    window,
    source: `manifests and their history; ${keepersNoun(job)} as they are now`,
    columns: ["Date", "Effective number", ...names.map(packageWords)],
    rows: job.trend.map((point) => [
      dateWords(point.date),
      point.effectiveNumber === null ? null : decimalWords(point.effectiveNumber),
      ...names.map((name) => percentWords(shareAt(point, name))),
    ]),
    reading: ([date, number, ...shares]) =>
      `${date ?? ""}: effective number ${number ?? "not known"}, ${names
        .map((name, index) => `${packageWords(name)} ${shares[index] ?? ""}`)
        .join(", ")}`,
  };
  return (
    <ChartFrame data={data}>
      {(cursor) => <Columns job={job} names={names} cursor={cursor} />}
    </ChartFrame>
  );
}

function Columns({
  job,
  names,
  cursor,
}: {
  readonly job: Job;
  readonly names: readonly string[];
  readonly cursor: number | null;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // Words at the right, beside the pieces of the last column; on a phone below.
  const words = width < 600 ? 0 : 200;
  const pitch = (width - words) / Math.max(1, job.trend.length);
  const last = job.trend.at(-1);
  const labels = last === undefined || words === 0 ? [] : pieceLabels(last, names);
  return (
    <div ref={box} aria-hidden="true">
      <svg
        viewBox={`0 0 ${width} ${height + 22}`}
        width={width}
        height={height + 22}
        className="share-columns"
      >
        {job.trend.map((point, place) => {
          let top = 0;
          return (
            <g key={point.date} className={place === cursor ? "is-read" : ""}>
              {names.map((name, index) => {
                const length = shareAt(point, name) * height;
                top += length;
                return (
                  <rect
                    key={name}
                    className={`share-${index % 4}`}
                    x={place * pitch}
                    y={top - length}
                    width={Math.max(0, pitch - gap)}
                    height={length}
                  />
                );
              })}
            </g>
          );
        })}
        {labels.map(({ name, y, share }) => (
          <text key={name} x={width - words + 4} y={y} dy="0.35em">
            {shorten(packageWords(name), 20)} {percentWords(share)}
          </text>
        ))}
        {job.trend.map(
          (point, place) =>
            (place === 0 || place === job.trend.length - 1) && (
              <text
                key={point.date}
                className="quiet-text"
                x={place === 0 ? 0 : (place + 1) * pitch - gap}
                y={height + 16}
                textAnchor={place === 0 ? "start" : "end"}
              >
                {dateWords(point.date)}
              </text>
            ),
        )}
      </svg>
      {words === 0 && <p className="note">From the top: {names.map(packageWords).join(", ")}.</p>}
    </div>
  );
}

/** Only pieces as high as a line of words have room for them; the table has all. */
function pieceLabels(point: Job["trend"][number], names: readonly string[]) {
  let top = 0;
  return names
    .map((name) => {
      const share = shareAt(point, name);
      top += share * height;
      return { name, share, y: top - (share * height) / 2 };
    })
    .filter(({ share }) => share * height >= 13);
}

/** Solutions of today by share, then those that are gone. */
function solutionsOf(job: Job): readonly string[] {
  const past = job.trend.toReversed().flatMap((point) => point.shares.map((one) => one.package));
  return [...new Set([...job.solutions.map((one) => one.package), ...past])];
}

function shareAt(point: Job["trend"][number], name: string): number {
  return point.shares.find((one) => one.package === name)?.share ?? 0;
}
