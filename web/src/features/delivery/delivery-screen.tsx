import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { useScope } from "#web/ui/scope.ts";
import { routeHref } from "#web/ui/route.ts";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import { allOf, type Facet } from "#web/ui/table/table-column.ts";
import { Tiles } from "#web/ui/tiles/tiles.tsx";
import { listWords, numberWords, plural } from "#web/ui/words.ts";
import { deliveryColumns } from "./delivery-columns.tsx";
import {
  deliveryRows,
  durationWords,
  evidenceOfRollUp,
  levelWords,
  rollUpsOf,
  type DeliveryRow,
  type RollUp,
} from "./delivery-rows.ts";
import { deliveryTiles, stageRows } from "./delivery-tiles.ts";
import { StageBars } from "./stage-bars.tsx";
import { QuartersChart } from "./quarters-chart.tsx";
import { rollUpColumns, type RollUpRow } from "./roll-up-columns.tsx";

const question = "How do changes reach production?";

/** Production first; others behind the choice. Where there is no production, whatever there is. */
const facetsOf = (rows: readonly DeliveryRow[]): readonly Facet<DeliveryRow>[] => [
  {
    id: "environment",
    label: "Environment",
    initial:
      ["production", "proxy"].find((kind) =>
        rows.some(({ delivery }) => kindOf(delivery) === kind),
      ) ?? allOf,
    options: [
      { value: "production", label: "production" },
      { value: "other", label: "others" },
      { value: "proxy", label: "releases and merges" },
    ],
    matches: ({ delivery }, value) => kindOf(delivery) === value,
  },
];

function kindOf({ isProduction, level }: DeliveryRow["delivery"]): string {
  if (level === "release" || level === "merge") return "proxy";
  return isProduction ? "production" : "other";
}

const byName = { column: "name", isDescending: false };
const keyOf = ({ key }: DeliveryRow): string => key;
const addressOf = ({ key }: DeliveryRow): string => routeHref("delivery", key);

export function DeliveryScreen(): ReactNode {
  const { delivery, deliveryRollUps } = useSection("delivery");
  const { components } = useNames();
  const rows = useMemo(() => deliveryRows(delivery, components), [delivery, components]);
  const facets = useMemo(() => facetsOf(rows), [rows]);
  const ownersOf = useMemo(
    () =>
      ({ delivery: one }: DeliveryRow): readonly string[] =>
        one.componentId === null ? [] : (components.get(one.componentId)?.ownerIds ?? []),
    [components],
  );
  const { team } = useScope();
  const told = useMemo(() => rollUpsOf({ deliveryRollUps }, team), [deliveryRollUps, team]);
  const [main, ...others] = told;
  return (
    <Screen
      title={question}
      question={question}
      section="delivery"
      finding={<Finding rows={rows} main={main} />}
      lead={leadOf(rows, told)}
    >
      {rows.length === 0 ? (
        <p className="empty">
          No deployment was seen. Clone the repository that holds deployment state into the folder,
          or name event files under <code>deployments</code> in fulcrum.yaml.
        </p>
      ) : (
        <>
          {main !== undefined && (
            <>
              <Tiles tiles={deliveryTiles(main, delivery)} />
              <div className="pair panel">
                <QuartersChart rollUp={main} />
                <StageBars rollUp={main} rows={stageRows(main, delivery)} />
              </div>
              {others.map((rollUp) => (
                <details key={rollUp.level} className="panel">
                  <summary>
                    {plural(rollUp.deploymentsCount, "deployment")} {levelWords[rollUp.level]}
                  </summary>
                  <Tiles tiles={deliveryTiles(rollUp, delivery)} />
                  <QuartersChart rollUp={rollUp} />
                </details>
              ))}
            </>
          )}
          <RollUps title="Teams" scope="team" />
          <Panel title="Components">
            <DataTable
              caption="Deliveries"
              rows={rows}
              columns={deliveryColumns}
              keyOf={keyOf}
              initialSorting={byName}
              facets={facets}
              ownersOf={ownersOf}
              addressOf={addressOf}
              filterHint="Filter by component or environment"
            />
          </Panel>
          <RollUps title="Products" scope="product" />
        </>
      )}
    </Screen>
  );
}

const keyOfRollUp = ({ key }: RollUpRow): string => key;

/** By name, each beside its own past. */
function RollUps({
  title,
  scope,
}: {
  readonly title: string;
  readonly scope: RollUp["scope"];
}): ReactNode {
  const { delivery, deliveryRollUps } = useSection("delivery");
  const { teams, components } = useNames();
  const rows = useMemo(
    () =>
      deliveryRollUps
        .filter((one) => one.scope === scope)
        .map((rollUp) => ({
          key: `${rollUp.id} ${rollUp.level}`,
          rollUp,
          screen: teams.has(rollUp.id) ? "teams" : components.has(rollUp.id) ? "components" : null,
          evidence: evidenceOfRollUp(delivery, rollUp),
          isToldApart:
            deliveryRollUps.filter((one) => one.scope === scope && one.id === rollUp.id).length > 1,
        })),
    [delivery, deliveryRollUps, teams, components, scope],
  );
  // A product of one component says what the component's own row says.
  const isTold = scope === "team" || rows.some(({ rollUp }) => rollUp.componentsCount > 1);
  if (rows.length === 0 || !isTold) return null;
  return (
    <Panel
      title={title}
      note="In the order of the alphabet, each to be compared with itself: deployments belong to the owner of their day, counts and commits are put together, rates are not averaged."
    >
      <DataTable
        caption={title}
        rows={rows}
        columns={rollUpColumns}
        keyOf={keyOfRollUp}
        initialSorting={byName}
        prefix={scope}
        filterHint="Filter by name"
      />
    </Panel>
  );
}

/** Where nothing is seen to reach production, what is seen. */
function Finding({
  rows,
  main,
}: {
  readonly rows: readonly DeliveryRow[];
  readonly main: RollUp | undefined;
}): ReactNode {
  const production = inProduction(rows);
  const told = production.length > 0 ? production : rows;
  const inWindow = told.filter(({ delivery }) => delivery.deploymentsCount > 0);
  const count = inWindow.reduce((sum, { delivery }) => sum + delivery.deploymentsCount, 0);
  if (rows.length === 0) return "No deployment, release or merge was seen";
  if (main?.leadTimeSeconds != null)
    return (
      <>
        Half of the changes reach production within{" "}
        <Figure evidence={["section:delivery"]} n={main.leadTimeSeconds.n}>
          {durationWords(main.leadTimeSeconds.p50)}
        </Figure>
      </>
    );
  return (
    <>
      <Figure evidence={inWindow.flatMap(({ delivery }) => delivery.evidenceIds)} n={count}>
        {numberWords(count)} {production.length > 0 ? "deployments" : "releases and merges"}
      </Figure>{" "}
      {production.length > 0 && "to production "}in the last year, of{" "}
      {plural(inWindow.length, "component")}
    </>
  );
}

/** Levels are told apart: what was asked for and what was reported may be the same deployment. */
function leadOf(rows: readonly DeliveryRow[], told: readonly RollUp[]): string {
  const production = inProduction(rows).filter(({ delivery }) => delivery.deploymentsCount > 0);
  if (production.length === 0)
    return "None of them is seen to reach production: records of deployments would tell when they do.";
  const known = numberWords(
    production.filter(({ delivery }) => delivery.leadTimeSeconds !== null).length,
  );
  const levels = told.map(
    (one) =>
      `${plural(one.deploymentsCount, "deployment")} of ${plural(one.componentsCount, "component")} ${levelWords[one.level]}`,
  );
  return `In the last year ${listWords(levels)}; how long changes took is known of ${known} of ${plural(production.length, "component")}.`;
}

const inProduction = (rows: readonly DeliveryRow[]): readonly DeliveryRow[] =>
  rows.filter(({ delivery }) => delivery.isProduction && kindOf(delivery) !== "proxy");
