import type { ReactNode } from "react";
import { useUnknown } from "#web/api/use-report.ts";
import { Prose, sentence } from "./prose.tsx";

/** What stands in place of a figure that is not known: why, and what would make it known. */
export function Unknown({ pointer }: { readonly pointer: string }): ReactNode {
  const entry = useUnknown(pointer);
  if (entry === null) {
    return <span className="unknown">Not known. The report gives no reason.</span>;
  }
  const needs = needed(entry.needs);
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
