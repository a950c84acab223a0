import type { ReactNode } from "react";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { decimalWords } from "#web/ui/words.ts";
import type { Objective } from "#web/api/report-rows.ts";

interface AlertsProps {
  readonly objective: Objective;
  readonly pointer: string;
}

/** Burn rates, the alerts they would raise, and the windows that make no sense for this objective. */
export function Alerts({ objective, pointer }: AlertsProps): ReactNode {
  const { burnRates, alerts, droppedWindows } = objective;
  return (
    <Panel
      title="How fast does it burn?"
      note="A rate of 1 spends the budget exactly by the end of the window."
    >
      <ul className="plain">
        {burnRates.map((one) => (
          <li key={one.window}>
            over {one.window}:{" "}
            {one.rate === null ? (
              <Unknown pointer={`${pointer}/burnRates/${one.window}/rate`} />
            ) : (
              <Figure evidence={objective.evidenceIds} n={Math.round(one.n)}>
                {decimalWords(one.rate)}
              </Figure>
            )}
          </li>
        ))}
      </ul>
      <h3>Alerts</h3>
      <ul className="plain">
        {alerts.map((one) => (
          <li key={`${one.severity} ${one.longWindow}`}>
            {one.severity} above {decimalWords(one.factor)} over {one.longWindow} and{" "}
            {one.shortWindow}:{" "}
            {one.state === "unknown" ? `not known, ${one.reason ?? ""}` : one.state}
          </li>
        ))}
        {droppedWindows.map((one) => (
          <li key={`${one.severity} ${one.longWindow}`} className="quiet">
            {one.severity} over {one.longWindow} is left out: {one.reason}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
