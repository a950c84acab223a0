import type { ReactNode } from "react";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Prose, sentence } from "#web/ui/prose.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import {
  historyOf,
  scoreWords,
  stateMarks,
  type Decay,
  type Indicator,
  type Signal,
} from "./signal-words.ts";

interface CardProps {
  readonly title: string;
  readonly one: Signal | Decay;
  readonly pointer: string;
}

/** One signal: its state, the strongest figure, where it stands between 0 and 1, and what it rests on. */
export function SignalCard({ title, one, pointer }: CardProps): ReactNode {
  const history = historyOf(one);
  return (
    <section className="card signal" aria-label={title}>
      <h3>{title}</h3>
      <p className="signal-state">
        <span className={`signal-mark is-${one.state}`} aria-hidden="true">
          {stateMarks[one.state]}
        </span>{" "}
        {one.state}
        <span className="quiet">
          {" "}
          {one.score !== null && `${scoreWords(one.score)} of 1, `}
          {one.confidence} confidence
        </span>
      </p>
      <Scale score={one.score} />
      {one.strongest === null ? (
        <p className="quiet">
          <Unknown pointer={`${pointer}/score`} />
        </p>
      ) : (
        <p>
          {one.evidenceIds.length === 0 ? (
            one.strongest
          ) : (
            <Figure evidence={one.evidenceIds}>{one.strongest}</Figure>
          )}
        </p>
      )}
      {history.length > 1 && (
        <Sparkline
          values={history}
          outline={[]}
          label={`Score from ${scoreWords(history[0] ?? null)} to ${scoreWords(history.at(-1) ?? null)}`}
        />
      )}
      <details>
        <summary>
          {one.indicators.filter((indicator) => indicator.value !== null).length} of{" "}
          {one.indicators.length} indicators known
        </summary>
        <ul className="plain">
          {one.indicators.map((indicator) => (
            <IndicatorLine
              key={indicator.id}
              indicator={indicator}
              pointer={`${pointer}/indicators/${indicator.id}`}
            />
          ))}
        </ul>
        {one.wouldChange.length > 0 && (
          <>
            <h4>What would change it</h4>
            <ul>
              {one.wouldChange.map((line) => (
                <li key={line}>
                  <Prose>{line}</Prose>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </section>
  );
}

/** The score on its scale, with the two places where the state changes. */
function Scale({ score }: { readonly score: number | null }): ReactNode {
  return (
    <span className="scale" aria-hidden="true">
      <span className="scale-tick" style={{ left: "25%" }} />
      <span className="scale-tick" style={{ left: "50%" }} />
      {score !== null && (
        <span className="scale-mark" style={{ left: `${String(score * 100)}%` }} />
      )}
    </span>
  );
}

function IndicatorLine({
  indicator,
  pointer,
}: {
  readonly indicator: Indicator;
  readonly pointer: string;
}): ReactNode {
  return (
    <li>
      {indicator.title}
      <span className="block">
        {indicator.value === null ? (
          <Unknown pointer={`${pointer}/value`} />
        ) : (
          <Figure evidence={indicator.evidenceIds} n={indicator.n}>
            {sentence(indicator.text ?? String(indicator.value))}
          </Figure>
        )}
      </span>
      <span className="quiet block">
        {indicator.score !== null && `scores ${scoreWords(indicator.score)}; `}0 at{" "}
        {indicator.zeroPoint}, 1 at {indicator.onePoint}
        {!indicator.isCalibrated && " (uncalibrated)"}
      </span>
    </li>
  );
}
