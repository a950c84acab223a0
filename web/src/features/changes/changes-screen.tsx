import type { ReactNode } from "react";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { dateWords, plural } from "#web/ui/words.ts";
import { ChangeList } from "./change-list.tsx";

export function ChangesScreen(): ReactNode {
  const { changes } = useSection("changes");
  const { previous } = useReportIndex();
  return (
    <Screen
      title="What changed since last time, and why?"
      question="What changed since last time, and why?"
      section="changes"
      finding={
        previous === null
          ? "This is the first report of this organisation"
          : `${plural(changes.length, "figure")} changed since ${dateWords(previous.asOf)}`
      }
    >
      <Panel title="Changes">
        <ChangeList changes={changes} />
      </Panel>
    </Screen>
  );
}
