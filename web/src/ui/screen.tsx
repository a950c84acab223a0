import { useEffect, useRef, type ReactNode } from "react";
import { useReport } from "#web/api/report-context.ts";
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

/** What the n of each section counts. */
const nouns: Readonly<Record<SectionName, string>> = {
  organisation: "repository",
  repositories: "repository",
  teams: "team",
  components: "component",
  capabilities: "capability",
  consumptions: "use",
  adoption: "use",
  delivery: "deployment",
  reliability: "objective",
  duplication: "compared file",
  signals: "indicator",
  staffing: "platform team",
  sourcing: "answer",
  jobs: "solution",
  documentation: "capability",
  experience: "respondent",
  outcomes: "point",
  interview: "answer",
  roles: "responsibility",
  maturity: "aspect",
  lenses: "capability",
  decisions: "decision",
  goals: "goal",
  value: "capability",
  stability: "capability",
  ownership: "component",
  sharedRisks: "component",
  maintainability: "commit",
  cognitiveLoad: "team",
  layers: "capability",
  problems: "problem",
  changes: "change",
  blindSpots: "blind spot",
  evidence: "fact",
};

function Sources({ section }: { readonly section: SectionName }): ReactNode {
  const { report } = useReport();
  const { window, n, coverage } = report.sections[section];
  const from = window.from === null ? "the beginning" : dateWords(window.from);
  return (
    <footer className="sources">
      <h2>Sources</h2>
      <p>
        {numberWords(report.organisation.commitCount)} commits of{" "}
        {numberWords(report.organisation.repositoryCount)} repositories of{" "}
        {report.organisation.name}, {from} to {dateWords(window.to)}; n&nbsp;=&nbsp;
        {plural(n, nouns[section])}
        {coverage !== null && <>; the evidence reaches {percentWords(coverage)} of it</>}. Written{" "}
        {dateWords(report.generatedAt)} by fulcrum {report.tool.version}.
        {report.evidenceOmittedCount > 0 && (
          <>
            {" "}
            This file carries {numberWords(report.evidence.length)} facts; the other{" "}
            {numberWords(report.evidenceOmittedCount)} open with <code>fulcrum explain ID</code>.
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
