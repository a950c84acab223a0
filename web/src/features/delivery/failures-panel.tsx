import type { ReactNode } from "react";
import { Panel } from "#web/ui/screen.tsx";
import { decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";

type FailRate = NonNullable<Delivery["changeFailRate"]>;

const gradeWords: Readonly<Record<FailRate["byGrade"][number]["grade"], string>> = {
  explicit: "the incident names the deployment or its artefact",
  remediated: "a rollback, revert or hotfix followed",
  "time-only": "only near in time: not counted",
};

/** How surely incidents belong to deployments, and what the rate would be by other ways of linking them. */
export function FailuresPanel({ rate }: { readonly rate: FailRate }): ReactNode {
  const timed = rate.byGrade.find((one) => one.grade === "time-only");
  return (
    <Panel title="How surely it failed">
      <p>
        {plural(rate.numerator, "deployment")} of {numberWords(rate.denominator)} failed by
        incidents that name them or were remedied.{" "}
        {timed?.byChance != null && (
          <>
            {plural(timed.numerator, "other deployment")} had an incident near in time, where chance
            alone would make {decimalWords(timed.byChance)}.{" "}
          </>
        )}
        {rate.unlinkedCount > 0 &&
          `${plural(rate.unlinkedCount, "incident")} of the window ${rate.unlinkedCount === 1 ? "belongs" : "belong"} to no deployment.`}
      </p>
      <div className="chart-table" tabIndex={0} role="group" aria-label="Links of incidents">
        <table>
          <thead>
            <tr>
              <th scope="col">Link</th>
              <th scope="col">Because</th>
              <th scope="col" className="number">
                Deployments
              </th>
            </tr>
          </thead>
          <tbody>
            {rate.byGrade.map((one) => (
              <tr key={one.grade}>
                <td>{one.grade}</td>
                <td>{gradeWords[one.grade]}</td>
                <td className="number">
                  {numberWords(one.numerator)} of {numberWords(one.denominator)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>The same rate by other ways of linking</h3>
      <div className="chart-table" tabIndex={0} role="group" aria-label="Sensitivity of the rate">
        <table>
          <thead>
            <tr>
              <th scope="col">Reach</th>
              <th scope="col" className="number">
                Explicit only
              </th>
              <th scope="col" className="number">
                Counted here
              </th>
              <th scope="col" className="number">
                With what is beyond chance
              </th>
              <th scope="col" className="number">
                With all near in time
              </th>
            </tr>
          </thead>
          <tbody>
            {rate.sensitivity.map((one) => (
              <tr key={one.withinSeconds}>
                <td>{numberWords(one.withinSeconds / 3600)}&nbsp;hours</td>
                <td className="number">{percentWords(one.explicitOnly)}</td>
                <td className="number">{percentWords(one.linked)}</td>
                <td className="number">{percentWords(one.withExcess)}</td>
                <td className="number">{percentWords(one.withTimeOnly)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
