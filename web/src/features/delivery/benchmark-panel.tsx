import type { ReactNode } from "react";
import { Panel } from "#web/ui/screen.tsx";
import type { Delivery } from "#web/api/report-rows.ts";

type Band = Delivery["benchmark"][number];

const metricWords: Readonly<Record<Band["metric"], string>> = {
  "deployment-frequency": "Deployment frequency",
  "lead-time": "Change lead time",
  "change-fail-rate": "Change fail rate",
  "recovery-time": "Recovery time",
};

/** Editions beside each other, metric by metric: what a survey's clusters answered, never one tier for all. */
export function BenchmarkPanel({ bands }: { readonly bands: readonly Band[] }): ReactNode {
  const editions = [...new Set(bands.map((one) => one.edition))];
  const metrics = [...new Set(bands.map((one) => one.metric))];
  const cell = (edition: number, metric: string): string =>
    bands.find((one) => one.edition === edition && one.metric === metric)?.band ?? "beyond all";
  return (
    <Panel
      title="Beside DORA's surveys"
      note="The best cluster of each Accelerate State of DevOps Report whose answers hold the value. Clusters change from year to year; metrics are not added up."
    >
      <div className="chart-table" tabIndex={0} role="group" aria-label="Benchmark editions">
        <table>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              {editions.map((edition) => (
                <th key={edition} scope="col">
                  {edition}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => (
              <tr key={metric}>
                <td>{metricWords[metric]}</td>
                {editions.map((edition) => (
                  <td key={edition}>{cell(edition, metric)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
