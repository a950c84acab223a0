import type { ReactNode } from "react";
import { useReport } from "#web/api/report-context.ts";

/** What stands in place of a figure that is not known: why, and what would make it known. */
export function Unknown({ pointer }: { readonly pointer: string }): ReactNode {
  const entry = useReport().unknownAt(pointer);
  if (entry === null) {
    return <span className="unknown">Not known. The report gives no reason.</span>;
  }
  return (
    <span className="unknown" title={`${entry.reason} ${entry.needs}`}>
      <span className="unknown-lead">Not known: </span>
      {entry.reason} <span className="unknown-needs">{entry.needs}</span>
    </span>
  );
}
