import type { ReactNode } from "react";
import { groupBy } from "#web/api/look-ups.ts";
import { Figure } from "../figure.tsx";
import { Prose } from "../prose.tsx";
import { numberWords } from "../words.ts";

/** What a good thing of its kind does; kept or missed by this one, as far as it was seen. */
export interface Standard {
  readonly name: string;
  readonly isKept: boolean;
  /** What was seen. */
  readonly words: string;
  /** What would put it right; null where it is kept. */
  readonly remedy: string | null;
  /** The screen on which that is done. */
  readonly href?: string;
  readonly evidence: readonly string[];
}

const shown = 3;

/** Those that are missed first, each with its remedies. What could not be judged is left out: nothing is said of it. */
export function Standards({ standards }: { readonly standards: readonly Standard[] }): ReactNode {
  if (standards.length === 0) return null;
  const byName = groupBy(standards, ({ name, isKept }) => `${isKept ? "kept" : "missed"} ${name}`);
  const sorted = [...byName.values()].toSorted(
    ([a], [b]) => Number(a?.isKept === true) - Number(b?.isKept === true),
  );
  return (
    <section className="rail-part">
      <h2>Standards</h2>
      <ul className="plain">
        {sorted.map((own) => (
          <StandardItem key={`${own[0]?.name ?? ""} ${String(own[0]?.isKept)}`} standards={own} />
        ))}
      </ul>
    </section>
  );
}

/** Of one name: kept or missed, once or several times. */
function StandardItem({ standards }: { readonly standards: readonly Standard[] }): ReactNode {
  const [first] = standards;
  if (first === undefined) return null;
  const rest = standards.slice(shown);
  return (
    <li className={first.isKept ? "is-kept" : "is-missed"}>
      <strong>
        <span className="standard-mark" aria-hidden="true">
          {first.isKept ? "✓" : "✗"}
        </span>
        {first.name}: {first.isKept ? "kept" : "missed"}
        {standards.length > 1 && ` ${numberWords(standards.length)} times`}
      </strong>
      <Seen standards={standards.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{numberWords(rest.length)} more</summary>
          <Seen standards={rest} />
        </details>
      )}
    </li>
  );
}

function Seen({ standards }: { readonly standards: readonly Standard[] }): ReactNode {
  return standards.map(({ words, remedy, href, evidence }) => (
    <p key={words} className="standard-seen">
      {evidence.length === 0 ? (
        <Prose>{words}</Prose>
      ) : (
        <Figure evidence={evidence}>
          <Prose>{words}</Prose>
        </Figure>
      )}
      {remedy !== null && (
        <span className="quiet block">
          {href === undefined ? (
            <Prose>{remedy}</Prose>
          ) : (
            <a href={href}>
              <Prose>{remedy}</Prose>
            </a>
          )}
        </span>
      )}
    </p>
  ));
}
