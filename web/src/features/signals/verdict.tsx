import type { ReactNode } from "react";
import { Prose } from "#web/ui/prose.tsx";
import type { Signals } from "./signal-words.ts";

/** The first line as a person would say it, and what speaks for it. */
export function Verdict({ verdict }: { readonly verdict: Signals["verdict"] }): ReactNode {
  return (
    <>
      <strong>
        <Prose>{verdict.sentence}</Prose>
      </strong>{" "}
      {verdict.reasons.map((reason) => (
        <Prose key={reason}>{`${reason} `}</Prose>
      ))}
    </>
  );
}
