import { use, type ReactNode } from "react";
import { useUnknown } from "#web/api/use-report.ts";
import { InCell } from "./in-cell.ts";
import { Prose, sentence } from "./prose.tsx";

/** What stands in place of a figure that is not known: why, and what would make it known. */
export function Unknown({ pointer }: { readonly pointer: string }): ReactNode {
  const entry = useUnknown(pointer);
  const isInCell = use(InCell);
  if (entry === null) {
    return <span className="unknown">Not known. The report gives no reason.</span>;
  }
  const needs = needed(entry.needs);
  if (isInCell) return <NotKnown title={`${sentence(entry.reason)} ${needs}`} />;
  return (
    <span className="unknown" title={`${sentence(entry.reason)} ${needs}`}>
      <span className="unknown-lead">Not known: </span>
      <Prose>{closed(entry.reason)}</Prose>{" "}
      <span className="unknown-needs">
        <Prose>{needs}</Prose>
      </span>
    </span>
  );
}

const closed = (reason: string): string => (/[.!?…]$/u.test(reason) ? reason : `${reason}.`);

/** "lock files" reads "Needed: lock files."; a full sentence stands as it is. */
const needed = (needs: string): string =>
  /^[A-Z].*[.!?]$/su.test(needs) ? needs : sentence(`Needed: ${needs}`);

/** In a cell. */
export function NotKnown({ title = "Not known" }: { readonly title?: string }): ReactNode {
  return (
    <span className="not-known" title={title}>
      <span aria-hidden="true">—</span>
      <span className="for-readers">not known</span>
    </span>
  );
}
