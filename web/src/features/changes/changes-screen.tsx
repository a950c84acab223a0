import type { ReactNode } from "react";
import { useReport } from "#web/api/report-context.ts";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { dateWords, plural } from "#web/ui/words.ts";
import { ChangeList } from "./change-list.tsx";

export function ChangesScreen(): ReactNode {
  const { report } = useReport();
  return (
    <Screen
      title="What changed since last time, and why?"
      question="What changed since last time, and why?"
      section="changes"
      answer={
        report.previous === null
          ? "This is the first report of this organisation."
          : `${plural(report.changes.length, "figure")} changed since ${dateWords(report.previous.generatedAt)}.`
      }
    >
      <Panel title="Changes">
        <ChangeList changes={report.changes} />
      </Panel>
    </Screen>
  );
}
