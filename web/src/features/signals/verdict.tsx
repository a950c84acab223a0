import type { ReactNode } from "react";
import { Prose } from "#web/ui/prose.tsx";
import { Panel } from "#web/ui/screen.tsx";
import type { Signals } from "./signal-words.ts";

interface Props {
  readonly verdict: Signals["verdict"];
}

export function VerdictReasons({ verdict }: Props): ReactNode {
  return (
    <Panel title="What it rests on">
      <ul>
        {verdict.reasons.map((reason) => (
          <li key={reason}>
            <Prose>{reason}</Prose>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
