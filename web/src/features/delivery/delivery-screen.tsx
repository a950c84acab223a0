import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import { allOf, type Facet } from "#web/ui/table/table-column.ts";
import { numberWords, plural } from "#web/ui/words.ts";
import { deliveryColumns } from "./delivery-columns.tsx";
import { deliveryRows, evidenceOfRollUp, type DeliveryRow, type RollUp } from "./delivery-rows.ts";
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
  const whole = deliveryRollUps.filter((one) => one.scope === "organisation");
  return (
    <Screen
      title={question}
      question={question}
      section="delivery"
      finding={<Finding rows={rows} />}
      lead={leadOf(rows)}
    >
      {rows.length === 0 ? (
        <p className="empty">
          No deployment was seen. Clone the repository that holds deployment state into the folder,
          or name event files under <code>deployments</code> in fulcrum.yaml.
        </p>
      ) : (
        <>
          {whole.length > 0 && (
            <Panel title="The whole organisation">
              {whole.map((rollUp) => (
                <QuartersChart key={rollUp.level} rollUp={rollUp} />
              ))}
            </Panel>
          )}
          <Panel title="Components">
            <DataTable
              caption="Deliveries"
              rows={rows}
              columns={deliveryColumns}
              keyOf={keyOf}
              initialSorting={byName}
              facets={facets}
              ownersOf={ownersOf}
              filterHint="Filter by component or environment"
            />
          </Panel>
          <RollUps title="Teams" scope="team" />
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
function Finding({ rows }: { readonly rows: readonly DeliveryRow[] }): ReactNode {
  const production = inProduction(rows);
  const told = production.length > 0 ? production : rows;
  const inWindow = told.filter(({ delivery }) => delivery.deploymentsCount > 0);
  const count = inWindow.reduce((sum, { delivery }) => sum + delivery.deploymentsCount, 0);
  if (rows.length === 0) return "No deployment, release or merge was seen";
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

function leadOf(rows: readonly DeliveryRow[]): string {
  const production = inProduction(rows).filter(({ delivery }) => delivery.deploymentsCount > 0);
  const known = (has: (one: DeliveryRow["delivery"]) => boolean): string =>
    numberWords(production.filter(({ delivery }) => has(delivery)).length);
  return production.length === 0
    ? "None of them is seen to reach production: records of deployments would tell when they do."
    : `Change lead time is known for ${known((one) => one.leadTimeSeconds !== null)} of them, change fail rate for ${known((one) => one.changeFailRate !== null)}.`;
}

const inProduction = (rows: readonly DeliveryRow[]): readonly DeliveryRow[] =>
  rows.filter(({ delivery }) => delivery.isProduction && kindOf(delivery) !== "proxy");
