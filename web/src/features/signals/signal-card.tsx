import type { ReactNode } from "react";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Prose, sentence } from "#web/ui/prose.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { percentWords } from "#web/ui/words.ts";
import {
  chanceWords,
  historyOf,
  scoreWords,
  stateMarks,
  stateWords,
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
        {stateWords[one.state]}
        <span className="quiet"> {chanceWords(one)}</span>
      </p>
      <Scale chance={one.chance} />
      {one.strongest === null ? (
        <p className="quiet">
          <Unknown pointer={`${pointer}/strongest`} />
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
          label={`Score from ${scoreWords(history[0] ?? 0)} to ${scoreWords(history.at(-1) ?? 0)}`}
        />
      )}
      <details>
        <summary>
          {one.indicators.filter((indicator) => indicator.value !== null).length} of{" "}
          {one.indicators.length} indicators known
        </summary>
        <ul className="plain">
          {one.facets.map((facet) => (
            <li key={facet.id}>
              {facet.title}: {percentWords(facet.chance)}
              <span className="quiet"> {percentWords(facet.mass)} looked at</span>
            </li>
          ))}
        </ul>
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

/** The chance on its scale, with the places where the state changes. */
function Scale({ chance }: { readonly chance: number }): ReactNode {
  return (
    <span className="scale" aria-hidden="true">
      <span className="scale-tick" style={{ left: "33.3%" }} />
      <span className="scale-tick" style={{ left: "50%" }} />
      <span className="scale-tick" style={{ left: "66.7%" }} />
      <span className="scale-mark" style={{ left: `${String(chance * 100)}%` }} />
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
        {indicator.score !== null && `scores ${scoreWords(indicator.score)}; `}
        {indicator.countedAs !== null && "shown only, counted elsewhere; "}0 at{" "}
        {indicator.zeroPoint}, 1 at {indicator.onePoint}
        {!indicator.isCalibrated && " (uncalibrated)"}
      </span>
    </li>
  );
}
