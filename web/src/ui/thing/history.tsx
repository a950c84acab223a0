import type { ReactNode } from "react";
import { dateWords, numberWords } from "../words.ts";

/** Something that happened to a thing on a day. */
export interface Occurrence {
  /** ISO instant. */
  readonly at: string;
  readonly key: string;
  readonly words: ReactNode;
}

const shown = 6;

/** The newest first; what is older opens. */
export function History({ events }: { readonly events: readonly Occurrence[] }): ReactNode {
  if (events.length === 0) return null;
  const sorted = events.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const rest = sorted.slice(shown);
  return (
    <section className="rail-part">
      <h2>History</h2>
      <Occurrences events={sorted.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{numberWords(rest.length)} earlier</summary>
          <Occurrences events={rest} />
        </details>
      )}
    </section>
  );
}

function Occurrences({ events }: { readonly events: readonly Occurrence[] }): ReactNode {
  return (
    <ul className="plain history">
      {events.map(({ at, key, words }) => (
        <li key={`${at} ${key}`}>
          <span className="quiet block">{dateWords(at)}</span>
          {words}
        </li>
      ))}
    </ul>
  );
}
