import { useEffect, useRef, type ReactNode } from "react";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { dateWords, numberWords, percentWords, plural } from "./words.ts";
import type { SectionName } from "#sections/index.ts";

interface ScreenProps {
  readonly question: ReactNode;
  /** For the window's title: the question without markup. */
  readonly title: string;
  readonly answer: ReactNode;
  readonly section: SectionName;
  readonly children: ReactNode;
}

/** Every screen: the question, the answer with its figure, the picture and detail, the sources. */
export function Screen({ question, title, answer, section, children }: ScreenProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Fulcrum`;
    // A reader who does not see the page hears where a link led; the first screen is read from its top.
    if (document.body.dataset["moved"] !== undefined)
      heading.current?.focus({ preventScroll: true });
    document.body.dataset["moved"] = "";
    globalThis.scrollTo(0, 0);
  }, [title]);
  return (
    <article className="screen">
      <header className="screen-head">
        <h1 ref={heading} tabIndex={-1}>
          {question}
        </h1>
        <p className="answer">{answer}</p>
      </header>
      {children}
      <Sources section={section} />
    </article>
  );
}

function Sources({ section }: { readonly section: SectionName }): ReactNode {
  const { organisation } = useSection("organisation");
  const { sections, evidence, evidenceOmittedCount, generatedAt, tool } = useReportIndex();
  const { noun, window, n, coverage } = sections[section];
  const from = window.from === null ? "the beginning" : dateWords(window.from);
  return (
    <footer className="sources">
      <h2>Sources</h2>
      <p>
        {numberWords(organisation.commitCount)} commits of{" "}
        {numberWords(organisation.repositoryCount)} repositories of {organisation.name}, {from} to{" "}
        {dateWords(window.to)}; n&nbsp;=&nbsp;
        {plural(n, noun)}
        {coverage !== null && <>; the evidence reaches {percentWords(coverage)} of it</>}. Written{" "}
        {dateWords(generatedAt)} by fulcrum {tool.version}.
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
