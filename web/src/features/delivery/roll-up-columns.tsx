import { Figure } from "#web/ui/figure.tsx";
import { Name } from "#web/ui/names.tsx";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { routeHref } from "#web/ui/route.ts";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { decimalWords, numberWords, percentWords } from "#web/ui/words.ts";
import { durationWords, isQuarterOver, levelWords, type RollUp } from "./delivery-rows.ts";

export interface RollUpRow {
  readonly key: string;
  readonly rollUp: RollUp;
  /** The screen of the team or component; null: it has none. */
  readonly screen: string | null;
  readonly evidence: readonly string[];
  /** Where a name stands in several rows: by what kind of evidence its deployments are known. */
  readonly isToldApart: boolean;
}

const unknown = <span className="quiet">not known</span>;

/** By name only: nothing here ranks teams. */
export const rollUpColumns: readonly TableColumn<RollUpRow>[] = [
  {
    id: "name",
    header: "Name",
    value: ({ rollUp }) => rollUp.name,
    cell: ({ rollUp, screen, isToldApart }) => (
      <>
        {screen === null ? (
          <Name>{rollUp.name}</Name>
        ) : (
          <a href={routeHref(screen, rollUp.id)}>
            <Name>{rollUp.name}</Name>
          </a>
        )}
        {isToldApart && <small className="quiet block">{levelWords[rollUp.level]}</small>}
      </>
    ),
    width: "26%",
  },
  {
    id: "components",
    header: "Components",
    value: ({ rollUp }) => rollUp.componentsCount,
    isNumber: true,
    isSortable: false,
    isOnPhone: false,
  },
  {
    id: "count",
    header: "Deployments",
    value: ({ rollUp }) => rollUp.deploymentsCount,
    cell: ({ rollUp, evidence }) => (
      <Figure evidence={evidence}>{numberWords(rollUp.deploymentsCount)}</Figure>
    ),
    isNumber: true,
    isSortable: false,
  },
  {
    id: "week",
    header: "A week, each",
    value: ({ rollUp }) => rollUp.componentPerWeek,
    cell: ({ rollUp }) =>
      rollUp.componentPerWeek === null ? unknown : decimalWords(rollUp.componentPerWeek),
    isNumber: true,
    isSortable: false,
    isOnPhone: false,
  },
  {
    id: "lead",
    header: "Lead time, median",
    value: ({ rollUp }) => rollUp.leadTimeSeconds?.p50 ?? null,
    cell: ({ rollUp: { leadTimeSeconds: lead }, evidence }) =>
      lead === null ? (
        unknown
      ) : (
        <Figure evidence={evidence} n={lead.n}>
          {durationWords(lead.p50)}
        </Figure>
      ),
    isNumber: true,
    isSortable: false,
  },
  {
    id: "failed",
    header: "Failed",
    value: ({ rollUp }) => rollUp.changeFailRate?.value ?? null,
    cell: ({ rollUp }) =>
      rollUp.changeFailRate === null ? unknown : percentWords(rollUp.changeFailRate.value),
    isNumber: true,
    isSortable: false,
    isOnPhone: false,
  },
  {
    id: "quarters",
    header: "Eight quarters",
    value: ({ rollUp }) => rollUp.quarters.map((one) => one.deploymentsCount).join(" "),
    cell: ({ rollUp }) => (
      <Sparkline
        values={rollUp.quarters.map((one) => one.deploymentsCount)}
        outline={[]}
        label={`Deployments by quarter: ${rollUp.quarters
          .map((one) => numberWords(one.deploymentsCount))
          .join(", ")}`}
        isLastPartial={rollUp.quarters.slice(-1).some((one) => !isQuarterOver(one))}
      />
    ),
    isSortable: false,
    isOnPhone: false,
  },
];
