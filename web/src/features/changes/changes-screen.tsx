import type { ReactNode } from "react";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { Screen } from "#web/ui/screen.tsx";
import { useScope } from "#web/ui/scope.ts";
import { dateWords, plural } from "#web/ui/words.ts";
import { useHappened, WhatHappened } from "../monday/what-happened.tsx";
import { ChangeList } from "./change-list.tsx";

const question = "What changed since last time, and why?";

/** Figures that differ from those of the report before; of a first report what its repositories tell of the time before it. */
export function ChangesScreen(): ReactNode {
  const { previous } = useReportIndex();
  return previous === null ? <FirstReport /> : <SinceThen asOf={previous.asOf} />;
}

function SinceThen({ asOf }: { readonly asOf: string }): ReactNode {
  const { changes } = useSection("changes");
  const { team } = useScope();
  return (
    <Screen
      title={question}
      question={question}
      section="changes"
      finding={`${plural(changes.length, "figure")} changed since ${dateWords(asOf)}`}
    >
      <ChangeList changes={changes} />
      <WhatHappened team={team} />
    </Screen>
  );
}

function FirstReport(): ReactNode {
  const { team } = useScope();
  const { events, words } = useHappened(team);
  return (
    <Screen
      title={question}
      question={question}
      section="changes"
      finding={
        events.length === 0
          ? `Nothing was seen to happen ${words}`
          : `${plural(events.length, "thing")} happened ${words}`
      }
      lead={
        <>
          Read from the histories of the repositories. This report is the first: the next{" "}
          <code>fulcrum assess</code> compares its figures with these, and says why they differ.
        </>
      }
    >
      <WhatHappened team={team} />
    </Screen>
  );
}
