import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useReportIndex } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { dateWords } from "#web/ui/words.ts";
import type { ChangeCause } from "#vocabulary/report.ts";

const causeWords: Readonly<Record<ChangeCause, string>> = {
  evidence: "because of new evidence",
  definition: "because a definition changed",
  correction: "because somebody corrected it",
};

export function ChangeList({ changes }: { readonly changes: Report["changes"] }): ReactNode {
  const { previous } = useReportIndex();
  if (previous === null) {
    return (
      <p>
        There is no earlier report to compare with. Keep this one: the next{" "}
        <code>fulcrum assess</code> compares itself with it.
      </p>
    );
  }
  if (changes.length === 0) return <p>Nothing since {dateWords(previous.asOf)}.</p>;
  return (
    <ul className="plain">
      {changes.map((change) => (
        <li key={`${JSON.stringify(change.reference)} ${change.subject}`}>
          {change.subject}: <FromTo before={change.before} after={change.after} />,{" "}
          {change.evidenceIds.length > 0 ? (
            <Figure evidence={change.evidenceIds}>{causeWords[change.because]}</Figure>
          ) : (
            causeWords[change.because]
          )}
          .
        </li>
      ))}
    </ul>
  );
}

function FromTo({
  before,
  after,
}: {
  readonly before: string | null;
  readonly after: string | null;
}): ReactNode {
  if (before === null) return <>new, now {after}</>;
  if (after === null) return <>gone, was {before}</>;
  return (
    <>
      from {before} to <strong>{after}</strong>
    </>
  );
}
