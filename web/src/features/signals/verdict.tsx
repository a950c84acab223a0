import type { ReactNode } from "react";
import { Prose } from "#web/ui/prose.tsx";
import { answerWords, type Signals } from "./signal-words.ts";

export function Verdict({ verdict }: { readonly verdict: Signals["verdict"] }): ReactNode {
  return (
    <>
      <strong>{answerWords[verdict.answer]}</strong>{" "}
      {verdict.reasons.map((reason) => (
        <Prose key={reason}>{`${reason} `}</Prose>
      ))}
      <span className="quiet">Confidence: {verdict.confidence}.</span>
    </>
  );
}
