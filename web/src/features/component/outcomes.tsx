import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSection } from "#web/api/use-report.ts";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { amountWords, dateWords, numberWords } from "#web/ui/words.ts";

type Outcome = Report["outcomes"][number];

/** What the product is to achieve, as it says itself, and where it stands. */
export function Outcomes({ componentId }: { readonly componentId: string }): ReactNode {
  const outcomes = useSection("outcomes").outcomes.filter((one) => one.componentId === componentId);
  if (outcomes.length === 0) return null;
  return (
    <Panel title="What does it achieve?">
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Today</th>
            <th scope="col">Target</th>
            <th scope="col">Until now</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((one) => (
            <Line key={one.id} outcome={one} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Line({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { definition, latest, unit, target, isTargetMet, points, reach, source } = outcome;
  const [first] = points;
  return (
    <tr>
      <td>
        <bdi>{definition}</bdi>
        <span className="quiet block">
          {reach !== null && `concerns ${numberWords(reach)} people; `}from <bdi>{source}</bdi>
        </span>
      </td>
      <td>
        <Figure evidence={outcome.evidenceIds}>{amountWords(latest.value, unit)}</Figure>
        <span className="quiet block">{dateWords(latest.date)}</span>
      </td>
      <td>
        {target === null ? "none is set" : amountWords(target, unit)}
        {isTargetMet !== null && (
          <span className="quiet block">{isTargetMet ? "reached" : "missed"}</span>
        )}
      </td>
      <td>
        <Sparkline
          values={points.map(({ value }) => value)}
          outline={[]}
          label={`From ${amountWords(first?.value ?? latest.value, unit)} to ${amountWords(latest.value, unit)}`}
        />
      </td>
    </tr>
  );
}
