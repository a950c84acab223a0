import { useRef, type ReactNode } from "react";
import { useReportIndex } from "#web/api/use-report.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { useWidth } from "#web/ui/chart/use-width.ts";
import { useTheme } from "#web/ui/theme.tsx";
import { dateWords, decimalWords, percentWords } from "#web/ui/words.ts";
import type { Signals } from "./signal-words.ts";
import { layoutTwoByTwo, linesOf, type Quadrant, type TwoByTwo } from "./two-by-two-layout.ts";
import { quadrantWords, standingWords } from "./two-by-two-words.ts";

type Verdict = Signals["verdict"];

const narrowBelow = 520;
/** Of the words of a quadrant and of the point, in units of the drawing. */
const letterWidth = 6.1;

/** Is it needed, and could it pay for itself? Both axes of the verdict in one picture, ranges as bars. */
export function TwoByTwoPicture({
  verdict,
  isFlat = false,
}: {
  readonly verdict: Verdict;
  /** Printed it is half as high: it shares a sheet with much else. */
  readonly isFlat?: boolean;
}): ReactNode {
  const { asOf } = useReportIndex();
  const { avoidablePersonMonths: avoidable, rolePersonMonths: cost, chances, atPriors } = verdict;
  const needed = [chances.needed, ...atPriors.map((one) => one.chances.needed)];
  const percent = (chance: number): number => Math.round(chance * 1000) / 10;
  const data: ChartData = {
    title: standingWords(verdict),
    unit: "chance that the role is needed, beside what could be avoided a year",
    n: 7,
    counted: "signal",
    window: `as of ${dateWords(asOf)}`,
    source:
      "the signals; effort of changes, in sums only; what the role costs, from fulcrum.yaml or 12 a year",
    columns: ["Axis", "Low", "Likely", "High"],
    rows: [
      [
        "Chance that it is needed, per cent (signs rare to common)",
        percent(Math.min(...needed)),
        percent(chances.needed),
        percent(Math.max(...needed)),
      ],
      [
        "Could be avoided, person-months a year",
        rounded(avoidable?.low),
        rounded(avoidable?.likely),
        rounded(avoidable?.high),
      ],
      ["The role costs, person-months a year", cost, cost, cost],
    ],
    reading: ([axis, low, likely, high]) =>
      likely === null
        ? `${String(axis)}: not known`
        : `${String(axis)}: ${String(likely)}, from ${String(low)} to ${String(high)}`,
  };
  return (
    <ChartFrame data={data} heading="h3">
      {(cursor) => <Drawing verdict={verdict} isFlat={isFlat} cursor={cursor} />}
    </ChartFrame>
  );
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 10) / 10;
}

function Drawing({
  verdict,
  isFlat,
  cursor,
}: {
  readonly verdict: Verdict;
  readonly isFlat: boolean;
  readonly cursor: number | null;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const isNarrow = useWidth(box) < narrowBelow;
  const { isPrinting } = useTheme();
  const layout = layoutTwoByTwo(
    verdict,
    isFlat && isPrinting ? "flat" : isNarrow ? "narrow" : "wide",
  );
  const { width, height, plot, middle } = layout;
  return (
    <div ref={box} aria-hidden="true">
      <svg
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        className="two-by-two"
        width={width}
        style={{ maxWidth: width }}
      >
        <rect
          className="quadrant"
          x={middle.x}
          y={plot.top}
          width={plot.right - middle.x}
          height={middle.y - plot.top}
        />
        <path
          className="axis"
          d={`M${String(plot.left)} ${String(plot.top)}V${String(plot.bottom)}H${String(plot.right)}`}
        />
        <path
          className="divide"
          d={`M${String(middle.x)} ${String(plot.top)}V${String(plot.bottom)}M${String(plot.left)} ${String(middle.y)}H${String(plot.right)}`}
        />
        {layout.quadrants.map((one) => (
          <QuadrantName key={`${String(one.isNeeded)} ${String(one.isCovered)}`} quadrant={one} />
        ))}
        <Axes layout={layout} cost={verdict.rolePersonMonths} isRead={cursor} />
        <Standing layout={layout} verdict={verdict} cursor={cursor} />
      </svg>
    </div>
  );
}

/** In one line where there is room, else in two, else not at all. */
function QuadrantName({ quadrant }: { readonly quadrant: Quadrant }): ReactNode {
  const pair = quadrantWords(quadrant);
  const fits = (lines: readonly string[]): boolean =>
    lines.every((one) => one.length * letterWidth <= quadrant.room - 8);
  const lines = [[pair.join(" ")], pair].find(fits);
  if (lines === undefined) return null;
  return (
    <text className="quiet-text">
      {linesOf(quadrant, lines.length).map((y, index) => (
        <tspan key={y} x={quadrant.x + 8} y={y}>
          {lines[index]}
        </tspan>
      ))}
    </text>
  );
}

function Axes({
  layout: { plot, middle, most, height },
  cost,
  isRead,
}: {
  readonly layout: TwoByTwo;
  readonly cost: number;
  readonly isRead: number | null;
}): ReactNode {
  const below = plot.bottom + 18;
  const levels = [
    [1, plot.top + (middle.y - plot.top) * 0.12],
    [0.5, middle.y],
    [0, plot.bottom - (plot.bottom - middle.y) * 0.12],
  ] as const;
  return (
    <>
      <text x={0} y={16} className="axis-name">
        chance that it is needed
      </text>
      {levels.map(([chance, at]) => (
        <text key={chance} x={plot.left - 6} y={at + 4} textAnchor="end">
          {percentWords(chance)}
        </text>
      ))}
      <text x={plot.left} y={below}>
        0
      </text>
      <text
        x={middle.x}
        y={below}
        textAnchor="middle"
        className={isRead === 2 ? "is-read" : undefined}
      >
        {decimalWords(cost)}: the role
      </text>
      <text x={plot.right} y={below} textAnchor="end">
        {decimalWords(most)}
      </text>
      <text x={plot.right} y={height - 10} textAnchor="end" className="axis-name">
        person-months a year that could be avoided
      </text>
    </>
  );
}

/** The point with its ranges; a line right across where what could be avoided is not known. */
function Standing({
  layout: { plot, middle, chance, avoidable },
  verdict,
  cursor,
}: {
  readonly layout: TwoByTwo;
  readonly verdict: Verdict;
  readonly cursor: number | null;
}): ReactNode {
  const below = chance.likely - middle.y;
  const isBeneath = chance.likely < plot.top + 48 || (below > 0 && below < 28);
  const wordsAt = chance.likely + (isBeneath ? 24 : -12);
  const { avoidablePersonMonths: months, chances } = verdict;
  const words =
    months === null
      ? `${percentWords(chances.needed)}; the saving is not known`
      : `${percentWords(chances.needed)}; ${decimalWords(months.likely)} (${decimalWords(months.low)} to ${decimalWords(months.high)})`;
  const room = plot.right - words.length * letterWidth;
  const from = avoidable?.low ?? plot.left + 8;
  return (
    <g className={verdict.answer === "not-looked-at" ? "standing is-open" : "standing"}>
      <path
        className={
          cursor === 1 ? "range is-read" : avoidable === null ? "range is-unknown" : "range"
        }
        d={`M${String(avoidable?.low ?? plot.left)} ${String(chance.likely)}H${String(avoidable?.high ?? plot.right)}${avoidable?.isCut === true ? "l-7 -4m7 4l-7 4" : ""}`}
      />
      {avoidable !== null && (
        <>
          <path
            className={cursor === 0 ? "range is-read" : "range"}
            d={`M${String(avoidable.likely)} ${String(chance.low)}V${String(chance.high)}`}
          />
          <circle cx={avoidable.likely} cy={chance.likely} r={6} className="point" />
        </>
      )}
      <text x={Math.max(plot.left + 4, Math.min(from, room))} y={wordsAt} className="point-words">
        {words}
      </text>
    </g>
  );
}
