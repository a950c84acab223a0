import { useMemo, type ReactNode } from "react";
import type { EChartsCoreOption } from "echarts/core";
import type { Report } from "#sections/report.ts";
import { useSection } from "#web/api/use-report.ts";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { EChart } from "#web/ui/chart/e-chart.tsx";
import { dateWords, plural, teamsWords } from "#web/ui/words.ts";
import { adoptionEvents } from "./adoption-events.ts";
import { adoptionHeight, adoptionOption } from "./adoption-option.ts";

interface AdoptionChartProps {
  readonly capability: Capability;
  readonly adoption: Adoption;
  readonly asOf: string;
}

export function AdoptionChart({ capability, adoption, asOf }: AdoptionChartProps): ReactNode {
  const { ownersKnown } = useSection("organisation").organisation;
  const data = useMemo(() => adoptionData(adoption, ownersKnown), [adoption, ownersKnown]);
  const option = useMemo(() => {
    const events = adoptionEvents(capability, adoption, asOf);
    return (...[palette, width]: Parameters<typeof adoptionOption>[3]): EChartsCoreOption =>
      adoptionOption(adoption, events, ownersKnown, [palette, width], (at) => textAt(data, at));
  }, [capability, adoption, asOf, data, ownersKnown]);
  return (
    <ChartFrame data={data}>
      {(cursor) => (
        <EChart
          option={option}
          height={adoptionHeight}
          cursorAt={cursor === null ? null : Date.parse(String(data.rows[cursor]?.[0]))}
        />
      )}
    </ChartFrame>
  );
}

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

/** The reading of the row nearest to a moment. */
function textAt(data: ChartData, at: number): string {
  let nearest = data.rows[0];
  for (const row of data.rows) {
    if (Math.abs(Date.parse(String(row[0])) - at) < Math.abs(Date.parse(String(nearest?.[0])) - at))
      nearest = row;
  }
  return nearest === undefined ? "" : data.reading(nearest);
}
