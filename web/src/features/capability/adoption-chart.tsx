import { useMemo, type ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSection } from "#web/api/use-report.ts";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { Band, Line } from "#web/ui/chart/plot-marks.tsx";
import { Plot } from "#web/ui/chart/plot.tsx";
import { dateWords, plural, teamsWords } from "#web/ui/words.ts";
import { adoptionEvents } from "./adoption-events.ts";
import { adoptionPlot } from "./adoption-plot.ts";

interface AdoptionChartProps {
  readonly capability: Capability;
  readonly adoption: Adoption;
  readonly asOf: string;
}

export function AdoptionChart({ capability, adoption, asOf }: AdoptionChartProps): ReactNode {
  const { ownersKnown } = useSection("organisation").organisation;
  const data = useMemo(() => adoptionData(adoption, ownersKnown), [adoption, ownersKnown]);
  const events = useMemo(
    () => adoptionEvents(capability, adoption, asOf),
    [capability, adoption, asOf],
  );
  const plot = useMemo(
    () => adoptionPlot(adoption, events, ownersKnown),
    [adoption, events, ownersKnown],
  );
  return (
    <ChartFrame data={data}>
      {() =>
        plot === null ? (
          <p className="quiet">Nobody has used it yet.</p>
        ) : (
          <Plot {...plot} events={events} height={height}>
            <Band values={plot.forecast} tone="use" />
            {plot.stocks.map(({ tone, values, isMain }) => (
              <Line
                key={tone}
                values={values}
                tone={tone}
                shape="step"
                isStrong={isMain}
                isFilled={isMain}
              />
            ))}
            <Line
              values={plot.forecast.map(({ x, likely }) => ({ x, y: likely }))}
              tone="use"
              isStrong
              isDashed
            />
          </Plot>
        )
      }
    </ChartFrame>
  );
}

const height = 340;

function adoptionData(
  adoption: Adoption,
  ownersKnown: Report["organisation"]["ownersKnown"],
): ChartData {
  const first = adoption.curve[0];
  const last = adoption.curve.at(-1);
  return {
    title: "How many use it, and how many could",
    unit: "components at each month's end",
    n: adoption.adoptersEver,
    counted: "adopter",
    window: first && last ? `${dateWords(first.date)} to ${dateWords(last.date)}` : "no history",
    source: "manifests and service references on default branches",
    columns: [
      "Date",
      "Components",
      "Teams",
      "Eligible",
      "Joined",
      "Left",
      "Forecast",
      "Low",
      "High",
    ],
    rows: [
      ...adoption.curve.map((point) => [
        point.date.slice(0, 10),
        point.components,
        point.owners,
        point.eligible,
        point.joined,
        point.left,
        null,
        null,
        null,
      ]),
      ...(adoption.forecast?.points ?? []).map((point) => [
        point.date.slice(0, 10),
        null,
        null,
        null,
        null,
        null,
        rounded(point.likely),
        rounded(point.low),
        rounded(point.high),
      ]),
    ],
    reading: ([date, components, owners, eligible, joined, left, likely, low, high]) =>
      typeof likely === "number"
        ? `${dateWords(String(date))}: forecast ${likely} components (${low ?? ""} to ${high ?? ""})`
        : `${dateWords(String(date))}: ${plural(Number(components), "component")} of ${teamsWords({ teamCount: Number(owners), ownersKnown })}` +
          `${typeof eligible === "number" ? `, ${eligible} eligible` : ""}${joined === 0 ? "" : `, ${joined ?? ""} joined`}${left === 0 ? "" : `, ${left ?? ""} left`}`,
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
