import type { ReactNode } from "react";
import type { Adoption } from "#web/api/report-rows.ts";
import { Panel } from "#web/ui/screen.tsx";
import { percentWords } from "#web/ui/words.ts";

/** Adopters by the quarter in which they came: do later ones stay longer than earlier ones? */
export function Cohorts({ adoption }: { readonly adoption: Adoption }): ReactNode {
  const { cohorts } = adoption;
  if (cohorts.length === 0) return null;
  const years = Math.min(5, Math.max(...cohorts.map((one) => one.stayedByYear.length)));
  const columns = Array.from({ length: years }, (_, index) => index);
  return (
    <Panel
      title="Do later adopters stay as long?"
      note="Share of each quarter's adopters that stayed so long; blank where that time has not yet passed."
    >
      <div className="chart-table" tabIndex={0} role="group" aria-label="Cohorts by quarter">
        <table className="cohorts">
          <thead>
            <tr>
              <th scope="col">Came in</th>
              <th scope="col" className="number">
                Adopters
              </th>
              <th scope="col" className="number">
                Use it now
              </th>
              {columns.map((index) => (
                <th key={index} scope="col" className="number">
                  {index + 1} y
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.toReversed().map((one) => (
              <tr key={one.quarter}>
                <th scope="row">{one.quarter.replace("-", " ")}</th>
                <td className="number">{one.size}</td>
                <td className="number">{one.stillUsing}</td>
                {columns.map((index) => (
                  <CohortCell key={index} share={one.stayedByYear[index] ?? null} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function CohortCell({ share }: { readonly share: number | null }): ReactNode {
  if (share === null) return <td />;
  return (
    <td className="number cohort" style={{ "--share": share }}>
      {percentWords(share)}
    </td>
  );
}
