import { useLayoutEffect, useRef, type ReactNode } from "react";
import { useReportIndex, useSection, useUnknownsOf } from "#web/api/use-report.ts";
import type { SectionName } from "#sections/index.ts";
import { Prose } from "./prose.tsx";
import { heightHere } from "./visits.ts";
import { dateWords, numberWords, percentWords, plural } from "./words.ts";

interface ScreenProps {
  /** What the reader came with, in small letters above the finding; of a thing, what kind of thing it is. */
  readonly question: ReactNode;
  /** For the window's title: the question, or the thing's name, without markup. */
  readonly title: string;
  /** What is so, in a sentence with its figure; of a thing, its name. */
  readonly finding: ReactNode;
  /** What goes with it, in two sentences at most. */
  readonly lead?: ReactNode;
  /** The one number to remember. */
  readonly keyFigure?: KeyFigure | null;
  readonly section: SectionName;
  /** What can be done with what is shown, at the top right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export interface KeyFigure {
  readonly value: ReactNode;
  readonly words: ReactNode;
}

/** Every screen: the question, the finding with its figure, how much was seen, the picture and detail, the sources. */
export function Screen(props: ScreenProps): ReactNode {
  const { question, title, finding, lead, keyFigure = null, section, actions, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is painted: who comes back sees the place that was left, not the top first.
  useLayoutEffect(() => {
    document.title = `${title} · Fulcrum`;
    // A reader who does not see the page hears where a link led; the first screen is read from its top.
    if (document.body.dataset["moved"] !== undefined)
      heading.current?.focus({ preventScroll: true });
    document.body.dataset["moved"] = "";
    globalThis.scrollTo(0, heightHere());
  }, [title]);
  return (
    <article className="screen">
      <header className="screen-head">
        <div className="screen-words">
          <p className="question">{question}</p>
          <div className="answer">
            <h1 ref={heading} tabIndex={-1}>
              {finding}
            </h1>
            {lead !== undefined && <p className="lead">{lead}</p>}
          </div>
        </div>
        {keyFigure !== null && (
          <p className="key-figure">
            <strong>{keyFigure.value}</strong>
            <span>{keyFigure.words}</span>
          </p>
        )}
        {actions !== undefined && <div className="screen-actions">{actions}</div>}
      </header>
      <CoverageStrip section={section} />
      {children}
      <Sources section={section} />
    </article>
  );
}

const needsShown = 2;

/** What is unknown is said once: how far the evidence reaches, what would reach further, and where all of it stands. */
function CoverageStrip({ section }: { readonly section: SectionName }): ReactNode {
  const { coverage } = useReportIndex().sections[section];
  const unknowns = useUnknownsOf(section);
  const needs = [...new Set(unknowns.map((one) => one.needs))]
    .filter((one) => !/^nothing\b/i.test(one))
    .slice(0, needsShown);
  const isWhole = coverage === null || coverage === 1;
  if (isWhole && needs.length === 0) return null;
  return (
    <div className="coverage">
      {coverage !== null && (
        <>
          <svg className="coverage-bar" viewBox="0 0 100 8" aria-hidden="true">
            <rect width="100" height="8" className="coverage-rest" />
            <rect width={100 * coverage} height="8" className="coverage-seen" />
          </svg>
          <span className="coverage-share">{percentWords(coverage)} seen</span>
        </>
      )}
      <span className="coverage-needs">
        {needs.length > 0 && (
          <>
            Needed:{" "}
            {needs.map((one, index) => (
              <span key={one}>
                {index > 0 && "; "}
                <Prose>{one.replace(/\.$/, "")}</Prose>
              </span>
            ))}
            .{" "}
          </>
        )}
        <a href={`#/coverage?section=${section}`}>What is missing, and how to give it</a>
      </span>
    </div>
  );
}

function Sources({ section }: { readonly section: SectionName }): ReactNode {
  const { organisation } = useSection("organisation");
  const { sections, evidence, evidenceOmittedCount, generatedAt, tool } = useReportIndex();
  const { noun, window, n } = sections[section];
  const from = window.from === null ? "the beginning" : dateWords(window.from);
  return (
    <footer className="sources">
      <h2>Sources</h2>
      <p>
        {numberWords(organisation.commitCount)} commits of{" "}
        {numberWords(organisation.repositoryCount)} repositories of {organisation.name}, {from} to{" "}
        {dateWords(window.to)}; n&nbsp;=&nbsp;
        {plural(n, noun)}. Written {dateWords(generatedAt)} by fulcrum {tool.version}.
        {evidenceOmittedCount > 0 && (
          <>
            {" "}
            This file carries {numberWords(evidence.count)} facts; the other{" "}
            {numberWords(evidenceOmittedCount)} open with <code>fulcrum explain ID</code>.
          </>
        )}
      </p>
    </footer>
  );
}

export function Panel({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {note !== undefined && <p className="note">{note}</p>}
      {children}
    </section>
  );
}
