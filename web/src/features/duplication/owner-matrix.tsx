import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { Name } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { numberWords, plural } from "#web/ui/words.ts";
import { repositoryName, type Duplication } from "./duplication-words.ts";

const mostOwners = 14;

/** Owner by owner: the more lines two of them both keep, the darker their cell. A table, so that it reads without colour. */
export function OwnerMatrix({ duplication }: { readonly duplication: Duplication }): ReactNode {
  const { teams } = useNames();
  const { owners, linesOf, most } = useMemo(() => tabulate(duplication.matrix), [duplication]);
  if (owners.length < 2) return null;
  const nameOf = (id: string): string => teams.get(id)?.name ?? repositoryName(id);
  return (
    <Panel
      title="Who keeps the same code as whom"
      note="lines of code that both keep; blank where there are none"
    >
      <div className="matrix-scroll" tabIndex={0} role="region" aria-label="Owner by owner">
        <table className="matrix" aria-label="Lines of code that two owners both keep">
          <thead>
            <tr>
              <td />
              {owners.map((id, index) => (
                <th key={id} scope="col" aria-label={nameOf(id)}>
                  {index + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {owners.map((row, at) => (
              <tr key={row}>
                <th scope="row">
                  {at + 1}. <Name>{nameOf(row)}</Name>
                </th>
                {owners.map((column, index) => {
                  const lines = index === at ? 0 : linesOf(row, column);
                  // Ink stays readable: the hue never covers more than a third of the paper.
                  const share = Math.round(34 * Math.sqrt(lines / most));
                  const background = `color-mix(in srgb, var(--leave) ${share}%, var(--paper))`;
                  return (
                    <td
                      key={column}
                      style={lines === 0 ? undefined : { background }}
                      title={
                        lines === 0
                          ? undefined
                          : `${nameOf(row)} and ${nameOf(column)}: ${plural(lines, "line")}`
                      }
                    >
                      {lines === 0 ? "" : numberWords(lines)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function tabulate(matrix: Duplication["matrix"]) {
  const totals = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const pair of matrix) {
    for (const id of [pair.teamA, pair.teamB]) totals.set(id, (totals.get(id) ?? 0) + pair.lines);
    lines.set(`${pair.teamA}\n${pair.teamB}`, pair.lines);
    lines.set(`${pair.teamB}\n${pair.teamA}`, pair.lines);
  }
  const owners = [...totals]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostOwners)
    .map(([id]) => id);
  return {
    owners: owners.toSorted(),
    linesOf: (a: string, b: string) => lines.get(`${a}\n${b}`) ?? 0,
    most: Math.max(1, ...lines.values()),
  };
}
