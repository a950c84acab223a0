import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import { itemsOf } from "#web/api/section-items.ts";
import type { Objective } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, Name, TeamLink } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Panel } from "#web/ui/screen.tsx";
import { plural } from "#web/ui/words.ts";
import { budgetWords, stateWords } from "./reliability-words.ts";

type RollUp = Report["reliabilityRollUps"][number];

/** The promises of one component, capability or team: the state of the worst, then each of them. */
export function Promises({ subjectId }: { readonly subjectId: string }): ReactNode {
  const { reliability, reliabilityRollUps } = useSection("reliability");
  const rollUp = reliabilityRollUps.find((one) => one.subjectId === subjectId);
  if (rollUp === undefined) return null;
  return (
    <Panel title="Is what it promised kept?" note="As its worst objective; never an average.">
      <ul className="plain">
        {objectivesOf(reliability, rollUp).map((one) => (
          <li key={one.sloId}>
            <ObjectiveLine objective={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Teams and capabilities with objectives, the worst first, each with the objective that decides. */
export function RollUps(): ReactNode {
  const { reliabilityRollUps: all } = useSection("reliability");
  const names = useNames();
  const teams = all.filter((one) => names.teams.has(one.subjectId));
  const capabilities = all.filter((one) => names.capabilities.has(one.subjectId));
  if (teams.length + capabilities.length === 0) return null;
  return (
    <div className="pair">
      {teams.length > 0 && (
        <Panel title="By team" note="As the worst objective of its components; never an average.">
          <RollUpList rollUps={teams} link={(id) => <TeamLink id={id} />} />
        </Panel>
      )}
      {capabilities.length > 0 && (
        <Panel title="By capability" note="As the worst objective of what provides it.">
          <RollUpList rollUps={capabilities} link={(id) => <CapabilityLink id={id} />} />
        </Panel>
      )}
    </div>
  );
}

function RollUpList({
  rollUps,
  link,
}: {
  readonly rollUps: readonly RollUp[];
  readonly link: (id: string) => ReactNode;
}): ReactNode {
  const { reliability } = useSection("reliability");
  const order = new Map(reliability.map((one, index) => [one.sloId, index]));
  const worstFirst = rollUps.toSorted(
    (one, other) => (order.get(one.worstSloId) ?? 0) - (order.get(other.worstSloId) ?? 0),
  );
  return (
    <ul className="plain">
      {worstFirst.map((one) => {
        const [worst] = objectivesOf(reliability, one);
        return (
          <li key={one.subjectId}>
            {link(one.subjectId)}: {worst !== undefined && <ObjectiveLine objective={worst} />}
            {one.sloIds.length > 1 && (
              <span className="quiet">, the worst of {plural(one.sloIds.length, "objective")}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ObjectiveLine({ objective }: { readonly objective: Objective }): ReactNode {
  const { sloId, name, state, budgetLeft, evidenceIds } = objective;
  return (
    <>
      {stateWords[state]},{" "}
      <a href={routeHref("reliability", sloId)}>
        <Name>{name}</Name>
      </a>
      {budgetLeft !== null && (
        <>
          {" "}
          (<Figure evidence={evidenceIds}>{budgetWords(budgetLeft)}</Figure>)
        </>
      )}
    </>
  );
}

/** Worst first, as the roll-up lists them. */
function objectivesOf(
  reliability: Report["reliability"],
  { sloIds }: RollUp,
): readonly Objective[] {
  const byId = itemsOf.reliability({ reliability });
  return sloIds.flatMap((id) => byId.get(id) ?? []);
}
