import { useRef, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useReportIndex } from "#web/api/use-report.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { useWidth } from "#web/ui/chart/use-width.ts";
import { dateWords, decimalWords, lettersIn, numberWords, shorten } from "#web/ui/words.ts";
import { spanWords, type CapabilityValue } from "./value-words.ts";

const pitch = 36;
const shownAtMost = 12;

/** What was put in as a bar; what was saved as a point with its range. */
export function LedgerChart({ lines }: { readonly lines: readonly CapabilityValue[] }): ReactNode {
  const { capabilities } = useNames();
  const { asOf } = useReportIndex();
  const nameOf = (one: CapabilityValue): string =>
    capabilities.get(one.capabilityId)?.name ?? one.capabilityId;
  const data: ChartData = {
    title: "Put in, and saved",
    unit: "person-months",
    n: lines.length,
    counted: "capability",
    window: `to ${dateWords(asOf)}`,
    source: "authors of changes (sums only), manifests, names that consumers mention",
    columns: ["Capability", "Put in", "Saved, low", "Saved, likely", "Saved, high"],
    rows: lines.map((one) => [
      nameOf(one),
      round(one.investedPersonMonths),
      round(one.avoidedPersonMonths?.low ?? null),
      round(one.avoidedPersonMonths?.likely ?? null),
      round(one.avoidedPersonMonths?.high ?? null),
    ]),
    reading: ([name, invested, low, likely, high]) =>
      `${name ?? ""}: ${String(invested)} put in, ${String(likely)} saved, from ${String(low)} to ${String(high)}`,
  };
  return (
    <ChartFrame data={data}>
      {(cursor) => <Bars lines={lines.slice(0, shownAtMost)} nameOf={nameOf} cursor={cursor} />}
    </ChartFrame>
  );
}

function Bars({
  lines,
  nameOf,
  cursor,
}: {
  readonly lines: readonly CapabilityValue[];
  readonly nameOf: (one: CapabilityValue) => string;
  readonly cursor: number | null;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const isNarrow = width < 520;
  const letters = Math.max(...lines.map((one) => lettersIn(nameOf(one)).length), 4);
  const labelWidth = isNarrow ? 0 : Math.min(width * 0.32, letters * 7.9 + 12);
  const most = Math.max(
    1,
    ...lines.map((one) =>
      Math.max(one.investedPersonMonths ?? 0, one.avoidedPersonMonths?.high ?? 0),
    ),
  );
  const right = 128;
  const x = (value: number): number =>
    labelWidth + (value / most) * Math.max(0, width - labelWidth - right);
  const row = isNarrow ? pitch + 18 : pitch;
  return (
    <div ref={box} aria-hidden="true">
      <svg
        viewBox={`0 0 ${width} ${lines.length * row + 24}`}
        width={width}
        height={lines.length * row + 24}
        className="ledger"
      >
        {lines.map((one, index) => {
          const top = index * row + (isNarrow ? 20 : 0);
          const avoided = one.avoidedPersonMonths;
          return (
            <g key={one.capabilityId} className={index === cursor ? "is-read" : ""}>
              <text x={0} y={isNarrow ? top - 6 : top + 20} className="name">
                {shorten(
                  nameOf(one),
                  isNarrow ? Math.floor(width / 8) : Math.floor(labelWidth / 7.6),
                )}
              </text>
              <rect
                className="bar ledger-in"
                x={labelWidth}
                y={top + 4}
                width={x(one.investedPersonMonths ?? 0) - labelWidth}
                height={10}
              />
              {avoided !== null && (
                <>
                  <line
                    className="ledger-range"
                    x1={x(avoided.low)}
                    x2={x(avoided.high)}
                    y1={top + 22}
                    y2={top + 22}
                  />
                  <circle className="ledger-saved" cx={x(avoided.likely)} cy={top + 22} r={5} />
                  <text x={x(avoided.high) + 6} y={top + 26} className="number quiet-text">
                    {numberWords(avoided.likely)} ({spanWords(avoided)})
                  </text>
                </>
              )}
              <text
                x={x(one.investedPersonMonths ?? 0) + 6}
                y={top + 13}
                className="number quiet-text"
              >
                {decimalOrWhole(one.investedPersonMonths)}
              </text>
            </g>
          );
        })}
        <text x={labelWidth} y={lines.length * row + 18} className="quiet-text">
          bar: put in · point: saved, likely · line: its range
        </text>
      </svg>
    </div>
  );
}

function decimalOrWhole(value: number | null): string {
  if (value === null) return "";
  return value < 10 ? decimalWords(value) : numberWords(value);
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
