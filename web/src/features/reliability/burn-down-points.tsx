import type { ReactNode } from "react";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { dateWords, numberWords } from "#web/ui/words.ts";
import { budgetWords, type Objective } from "./reliability-words.ts";

/** Each point of the burn-down with the measurement behind it, those that cost budget. */
export function BurnDownPoints({ objective }: { readonly objective: Objective }): ReactNode {
  const costly = objective.burnDown.filter((point) => point.total > point.good);
  if (objective.burnDown.length === 0) return null;
  return (
    <Panel title="When did it go?">
      {costly.length === 0 ? (
        <p>Nothing went wrong in this window.</p>
      ) : (
        <ul className="plain">
          {costly.map((point) => (
            <li key={point.at}>
              {dateWords(point.at)}:{" "}
              <Figure evidence={point.evidenceIds} n={Math.round(point.total)}>
                {numberWords(Math.max(1, point.total - point.good))} bad
              </Figure>
              , {budgetWords(point.budgetLeft)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
