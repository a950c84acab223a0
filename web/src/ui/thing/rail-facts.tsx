import type { ReactNode } from "react";
import { useUnknownsOf } from "#web/api/use-report.ts";
import { unknownAt } from "#web/api/places.ts";
import type { SectionName } from "#sections/index.ts";
import { FactList, type Fact } from "../fact-list.tsx";
import { Prose, sentence } from "../prose.tsx";
import { listWords } from "../words.ts";

/** A fact that may not be known: then its place in the report says why. */
export interface MaybeFact {
  readonly term: string;
  readonly detail: ReactNode | null;
  /** `/section/key/field` */
  readonly pointer: string;
}

interface RailFactsProps {
  readonly groups: readonly { readonly title: string; readonly facts: readonly MaybeFact[] }[];
  readonly section: SectionName;
}

/** What is known as facts; what is not, said once for all of them, with what would make it known. */
export function RailFacts({ groups, section }: RailFactsProps): ReactNode {
  const reasons = useUnknownsOf(section);
  const unknown = groups.flatMap(({ facts }) => facts.filter(({ detail }) => detail === null));
  const needs = [
    ...new Set(unknown.flatMap(({ pointer }) => unknownAt(reasons, pointer)?.needs ?? [])),
  ].filter((one) => !one.startsWith("Nothing"));
  return (
    <>
      {groups.map(({ title, facts }) => {
        const known = facts.flatMap(({ term, detail }): Fact[] =>
          detail === null ? [] : [{ term, detail }],
        );
        if (known.length === 0) return null;
        return (
          <section key={title} className="rail-part">
            <h2>{title}</h2>
            <FactList facts={known} />
          </section>
        );
      })}
      {unknown.length > 0 && (
        <p className="rail-unknown">
          Not known: {listWords(unknown.map(({ term }) => term.toLowerCase()))}.{" "}
          {needs.length > 0 && (
            <>
              Needed:{" "}
              {needs.map((one) => (
                <span key={one}>
                  <Prose>{sentence(one)}</Prose>{" "}
                </span>
              ))}
            </>
          )}
          <a href={`#/coverage?section=${section}`}>What is missing</a>
        </p>
      )}
    </>
  );
}
