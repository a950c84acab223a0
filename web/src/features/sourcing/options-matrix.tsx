import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";

type Option = Report["sourcing"]["options"][number];

/** Questions by options: what each answer adds to the fit; words beside numbers. */
export function OptionsMatrix({ options }: { readonly options: readonly Option[] }): ReactNode {
  const questions = [
    ...new Map(
      options.flatMap((one) => one.weights.map((weight) => [weight.input, weight] as const)),
    ).values(),
  ];
  return (
    <div className="matrix-scroll" tabIndex={0} role="group" aria-label="Weights of the options">
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
                const weight = one.weights.find(({ input }) => input === question.input);
                return (
                  <td key={one.kind} data-label={one.title}>
                    {weight === undefined ? "" : weightWords(weight.weight)}
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
                <span className="quiet">
                  {one.fitRange.low.toFixed(2)} to {one.fitRange.high.toFixed(2)}
                </span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function weightWords(weight: number): string {
  return weight > 0 ? `+${String(weight)} for` : `−${String(Math.abs(weight))} against`;
}
