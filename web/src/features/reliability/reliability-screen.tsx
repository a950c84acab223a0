import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useSections } from "#web/api/use-report.ts";
import { routeHref } from "#web/ui/route.ts";
import { useScope } from "#web/ui/scope.ts";
import { Screen, type KeyFigure } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet } from "#web/ui/table/table-column.ts";
import { numberWords, plural } from "#web/ui/words.ts";
import { reliabilityColumns } from "./reliability-columns.tsx";
import { candidatesOf, unpromisedWords } from "./first-objective.ts";
import { FirstObjectives } from "./first-objectives.tsx";
import { ReleasePromises } from "./release-promises.tsx";
import { RollUps } from "./roll-ups.tsx";
import type { Objective } from "#web/api/report-rows.ts";
import { stateWords } from "./reliability-words.ts";
import { versionPromises, type VersionPromises } from "./version-promises.ts";
import { reliabilityStates } from "#vocabulary/reliability.ts";

const facets: readonly Facet<Objective>[] = [
  {
    id: "state",
    label: "State",
    options: reliabilityStates.map((name) => ({ value: name, label: stateWords[name] })),
    matches: (one, value) => one.state === value,
  },
];

/** Least budget first; what is not known comes last. */
const byBudget = { column: "left", isDescending: false };
const keyOf = (one: Objective): string => one.sloId;
const addressOf = (one: Objective): string => routeHref("reliability", one.sloId);

export function ReliabilityScreen(): ReactNode {
  const { reliability, capabilities, adoption, stability } = useSections(
    "reliability",
    "capabilities",
    "adoption",
    "stability",
  );
  const { components } = useNames();
  const { team } = useScope();
  const candidates = candidatesOf(capabilities, adoption);
  const releases = versionPromises(stability, capabilities, team);
  const columns = useMemo(() => reliabilityColumns(components), [components]);
  return (
    <Screen
      title="Is what was promised kept?"
      question="Is what was promised kept, and how much may still go wrong?"
      section="reliability"
      finding={
        reliability.length > 0
          ? findingOf(reliability)
          : releases.compared > 0
            ? releasesFinding(releases)
            : unpromisedWords(candidates)
      }
      lead={<Lead objectives={reliability} runningCount={candidates.length} />}
      keyFigure={keyFigureOf(reliability, releases)}
    >
      {reliability.length === 0 ? (
        <>
          <ReleasePromises promises={releases} />
          <FirstObjectives candidates={candidates} />
        </>
      ) : (
        <DataTable
          caption="Objectives"
          rows={reliability}
          columns={columns}
          keyOf={keyOf}
          initialSorting={byBudget}
          facets={facets}
          addressOf={addressOf}
          compares
          filterHint="Filter by objective or component"
        />
      )}
      <RollUps />
      {reliability.length > 0 && <ReleasePromises promises={releases} />}
    </Screen>
  );
}

function having(count: number, one: string, many: string): string {
  return `${count === 0 ? "none" : numberWords(count)} ${count === 1 ? one : many}`;
}

function findingOf(objectives: readonly Objective[]): string {
  const spent = objectives.filter((one) => one.state === "spent").length;
  const judged = objectives.filter((one) => one.state !== "unjudgeable").length;
  if (judged === 0) return `None of ${plural(objectives.length, "objective")} can be judged yet`;
  return spent === 0
    ? `All of ${plural(judged, "objective")} that can be judged are kept`
    : `${numberWords(spent)} of ${plural(judged, "objective")} that can be judged ${spent === 1 ? "has" : "have"} spent ${spent === 1 ? "its" : "their"} error budget`;
}

function releasesFinding({ kept, compared }: VersionPromises): string {
  return kept === compared
    ? `All of ${plural(compared, "minor and patch release")} broke nobody who calls what they export`
    : `${numberWords(compared - kept)} of ${plural(compared, "minor and patch release")} took away what others may call`;
}

function keyFigureOf(
  objectives: readonly Objective[],
  releases: VersionPromises,
): KeyFigure | null {
  const judged = objectives.filter((one) => one.state !== "unjudgeable");
  if (judged.length > 0)
    return {
      value: `${numberWords(judged.filter((one) => one.state !== "spent").length)} of ${numberWords(judged.length)}`,
      words: "objectives have budget left",
    };
  if (releases.compared === 0) return null;
  return {
    value: `${numberWords(releases.kept)} of ${numberWords(releases.compared)}`,
    words: "releases kept what their number promises",
  };
}

interface LeadProps {
  readonly objectives: readonly Objective[];
  readonly runningCount: number;
}

function Lead({ objectives, runningCount }: LeadProps): ReactNode {
  if (objectives.length === 0)
    return `${runningCount === 0 ? "Nothing that runs (service, API, workflow) has a user here: libraries and images promise by their versions." : `Of what runs here ${plural(runningCount, "capability", "capabilities")} ${runningCount === 1 ? "has" : "have"} users.`} No repository holds service level objectives; a document in OpenSLO, Sloth or Pyrra form would make them known.`;
  const count = (state: Objective["state"]): number =>
    objectives.filter((one) => one.state === state).length;
  return (
    <>
      Of {plural(objectives.length, "objective")} {having(count("burning"), "is", "are")} burning
      the budget now, {having(count("ok"), "is", "are")} within it, and{" "}
      {having(count("unjudgeable"), "cannot", "cannot")} be judged.
    </>
  );
}
