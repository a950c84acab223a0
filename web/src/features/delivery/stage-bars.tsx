import type { ReactNode } from "react";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { dateWords } from "#web/ui/words.ts";
import { durationWords, type RollUp } from "./delivery-rows.ts";
import type { StageRow } from "./delivery-tiles.ts";

/** Where a change waits on its way to production; nothing where one part alone is known. */
export function StageBars({
  rollUp,
  rows,
}: {
  readonly rollUp: RollUp;
  readonly rows: readonly StageRow[];
}): ReactNode {
  if (rows.length < 2) return null;
  const most = Math.max(...rows.map(({ componentsCount }) => componentsCount));
  const longest = rows.reduce((a, b) => (b.p50 > a.p50 ? b : a));
  return (
    <BarChart
      data={{
        title: `Changes wait longest from ${longest.words}`,
        unit: "half of the components take at most so long · parts do not add up to the whole",
        n: most,
        counted: "component",
        window: `${dateWords(rollUp.window.from)} to ${dateWords(rollUp.window.to)}`,
        source: "production, by the commits of each deployment",
      }}
      labelTitle="Part of the way"
      valueTitle="Median (seconds)"
      moreColumns={["Components"]}
      bars={rows.map(({ words, p50, componentsCount }) => ({
        label: words,
        value: p50,
        words: durationWords(p50),
        more: [componentsCount],
      }))}
    />
  );
}
