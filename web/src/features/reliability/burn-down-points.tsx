import type { ReactNode } from "react";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { numberWords } from "#web/ui/words.ts";
import type { Objective } from "#web/api/report-rows.ts";
import { budgetWords, lastDayWords } from "./reliability-words.ts";

const shownAtMost = 8;

/** The stretches that cost most, each with the measurement behind it; every other is in the table of the picture. */
export function BurnDownPoints({ objective }: { readonly objective: Objective }): ReactNode {
  const bad = (point: Objective["burnDown"][number]): number => point.total - point.good;
  const costly = objective.burnDown
    .filter((point) => bad(point) > 0)
    .toSorted((one, other) => bad(other) - bad(one));
  if (objective.burnDown.length === 0) return null;
  return (
    <Panel
      title="When did it go?"
      {...(costly.length > shownAtMost && {
        note: `The ${shownAtMost} costliest of ${costly.length} stretches; the others are in the table of the picture.`,
      })}
    >
      {costly.length === 0 ? (
        <p>Nothing went wrong in this window.</p>
      ) : (
        <ul className="plain">
          {costly.slice(0, shownAtMost).map((point) => (
            <li key={point.at}>
              {lastDayWords(point.at)}:{" "}
              <Figure evidence={point.evidenceIds} n={Math.round(point.total)}>
                {numberWords(Math.max(1, bad(point)))} bad
              </Figure>
              , {budgetWords(point.budgetLeft)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
