import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { sourcingQuestionIds } from "#vocabulary/decision.ts";
import { pointsOf, pointsWords, rangeOfFit } from "./sourcing-words.ts";

type Option = Report["sourcing"]["options"][number];

/** Questions by options: what each answer adds to the fit; words beside numbers. */
export function OptionsMatrix({ options }: { readonly options: readonly Option[] }): ReactNode {
  const asked = new Map(
    options.flatMap((one) => one.weights.map((weight) => [weight.input, weight] as const)),
  );
  const questions = sourcingQuestionIds.flatMap((id) => asked.get(id) ?? []);
  return (
    <div
      className="matrix-scroll"
      tabIndex={0}
      role="group"
      aria-label="What each answer adds to each option"
    >
      <table className="weights">
        <thead>
          <tr>
            <th scope="col">Question, and what was declared</th>
            {options.map((one) => (
              <th key={one.kind} scope="col">
                {one.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <tr key={question.input}>
              <td>
                {question.question}
                <span className="quiet block">
                  {question.answer ?? "not answered"}
                  {question.suggestedBecause !== null &&
                    ` (suggested: ${question.suggestedBecause})`}
                </span>
              </td>
              {options.map((one) => {
                const points = pointsOf(one, question.input);
                return (
                  <td key={one.kind} data-label={one.title}>
                    {points === null ? "" : pointsWords(points)}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">Fit, from 0 to 1</th>
            {options.map((one) => (
              <td key={one.kind} data-label={one.title}>
                <strong>{one.fit.toFixed(2)}</strong>{" "}
                <span className="quiet">{rangeOfFit(one.fitRange)}</span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
