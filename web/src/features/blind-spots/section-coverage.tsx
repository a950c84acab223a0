import type { ReactNode } from "react";
import type { UnknownGroup } from "#contract/primitives.ts";
import type { SectionName } from "#sections/index.ts";
import { useReportIndex, useUnknownsOf } from "#web/api/use-report.ts";
import { Prose, sentence } from "#web/ui/prose.tsx";
import { replaceRoute, routeHref, useRoute, withQuery } from "#web/ui/route.ts";
import { Panel } from "#web/ui/screen.tsx";
import { numberWords, percentWords, plural } from "#web/ui/words.ts";

/** How far the evidence of each section reaches, and of one of them all that is not known, with what would tell. */
export function SectionCoverage(): ReactNode {
  const { sections } = useReportIndex();
  const route = useRoute();
  const asked = route.query.get("section") ?? "";
  const names = Object.entries(sections)
    .filter(([, { coverage }]) => coverage !== null)
    .toSorted(([, a], [, b]) => (a.coverage ?? 1) - (b.coverage ?? 1));
  return (
    <>
      {isSection(asked, sections) && <Gaps name={asked} />}
      <Panel title="How far the evidence reaches" note="The least seen first.">
        <ul className="reach">
          {names.map(([name, { coverage, noun, n }]) => (
            <li key={name}>
              <a
                href={withQuery(route, { section: [name] })}
                onClick={(event) => {
                  event.preventDefault();
                  replaceRoute(withQuery(route, { section: [name] }));
                }}
              >
                {sentence(wordsOf(name)).replace(/\.$/, "")}
              </a>
              <svg className="coverage-bar" viewBox="0 0 100 8" aria-hidden="true">
                <rect width="100" height="8" className="coverage-rest" />
                <rect width={100 * (coverage ?? 0)} height="8" className="coverage-seen" />
              </svg>
              <span>{percentWords(coverage ?? 0)}</span>
              <span className="quiet">{plural(n, noun)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function isSection(
  name: string,
  sections: ReturnType<typeof useReportIndex>["sections"],
): name is SectionName {
  return Object.hasOwn(sections, name);
}

/** "sharedRisks" reads "shared risks". */
function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function Gaps({ name }: { readonly name: SectionName }): ReactNode {
  const groups = useUnknownsOf(name).toSorted((a, b) => figuresIn(b) - figuresIn(a));
  return (
    <Panel title={`What is not known of ${wordsOf(name)}, and what would tell`}>
      {groups.length === 0 ? (
        <p>Nothing: every figure of it is known.</p>
      ) : (
        <ul className="plain">
          {groups.map((one) => (
            <li key={`${one.code} ${one.reason}`}>
              <strong>{numberWords(figuresIn(one))}</strong> <Prose>{sentence(one.reason)}</Prose>
              <span className="quiet block">
                <Prose>{sentence(`needed: ${one.needs}`)}</Prose>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={routeHref("coverage")}>Every section</a>
      </p>
    </Panel>
  );
}

function figuresIn({ keys, fields }: UnknownGroup): number {
  return Math.max(1, keys.length) * Math.max(1, fields.length);
}
