import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { dateWords, numberWords } from "#web/ui/words.ts";
import type { ChangeCause } from "#vocabulary/report.ts";
import { fromToWords } from "./change-words.ts";

type Change = Report["changes"][number];

const causeWords: Readonly<Record<ChangeCause, string>> = {
  evidence: "of new evidence",
  definition: "a definition changed",
  correction: "somebody corrected it",
};

/** Kinds of change, those that concern most readers first; every section has its own. */
const kinds: readonly { readonly title: string; readonly sections: readonly string[] }[] = [
  { title: "How many use it", sections: ["adoption"] },
  { title: "Uses that began or ended", sections: ["consumptions"] },
  { title: "Versions, names and owners of what is offered", sections: ["capabilities"] },
  { title: "What components are", sections: ["components"] },
];
const told = new Set(kinds.flatMap(({ sections }) => sections));

/** By kind, each with its evidence; why is said once where it is the same of all. */
export function ChangeList({ changes }: { readonly changes: Report["changes"] }): ReactNode {
  const { previous } = useReportIndex();
  if (previous === null) return null;
  if (changes.length === 0) return <p>Nothing since {dateWords(previous.asOf)}.</p>;
  const causes = new Set(changes.map(({ because }) => because));
  const [only] = causes.size === 1 ? causes : [];
  const groups = [
    ...kinds.map(({ title, sections }) => ({
      title,
      own: changes.filter(({ reference }) => sections.includes(reference.section)),
    })),
    {
      title: "Other figures",
      own: changes.filter(({ reference }) => !told.has(reference.section)),
    },
  ].filter(({ own }) => own.length > 0);
  return (
    <>
      {only !== undefined && <p className="note">Each because {causeWords[only]}.</p>}
      {groups.map(({ title, own }) => (
        <Panel key={title} title={`${title} (${numberWords(own.length)})`}>
          <ul className="plain">
            {own.map((change) => (
              <li key={`${JSON.stringify(change.reference)} ${change.subject}`}>
                <Line change={change} isCauseSaid={only !== undefined} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}

function Line({
  change,
  isCauseSaid,
}: {
  readonly change: Change;
  readonly isCauseSaid: boolean;
}): ReactNode {
  const words = fromToWords(change.before, change.after);
  return (
    <>
      <Subject change={change} />:{" "}
      {change.evidenceIds.length > 0 ? (
        <Figure evidence={change.evidenceIds}>{words}</Figure>
      ) : (
        words
      )}
      {!isCauseSaid && `, because ${causeWords[change.because]}`}.
    </>
  );
}

/** Its words, what they name as links. */
function Subject({ change: { reference, subject } }: { readonly change: Change }): ReactNode {
  const { components, capabilities } = useNames();
  const { consumptions } = useSection("consumptions");
  const { section, key } = reference;
  if (key === null) return subject;
  if (section === "consumptions") {
    const use = consumptions.find(({ id }) => id === key);
    return use === undefined ? (
      subject
    ) : (
      <>
        <ComponentLink id={use.consumerComponentId} /> uses <CapabilityLink id={use.capabilityId} />
      </>
    );
  }
  const name = (section === "components" ? components : capabilities).get(key)?.name;
  if (name === undefined || !subject.startsWith(`${name}: `)) return subject;
  return (
    <>
      {section === "components" ? <ComponentLink id={key} /> : <CapabilityLink id={key} />}
      {subject.slice(name.length)}
    </>
  );
}
