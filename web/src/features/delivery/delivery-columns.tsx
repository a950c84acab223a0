import { Figure } from "#web/ui/figure.tsx";
import { Name } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { decimalWords, numberWords, percentWords } from "#web/ui/words.ts";
import { durationWords, type DeliveryRow } from "./delivery-rows.ts";

const unknown = <span className="quiet">not known</span>;

/** Not sortable by delivery figures: components are compared with themselves over time, never ranked. */
export const deliveryColumns: readonly TableColumn<DeliveryRow>[] = [
  {
    id: "name",
    header: "Component",
    value: (row) => row.name,
    cell: ({ key, name }) => (
      <a href={routeHref("delivery", key)}>
        <Name>{name}</Name>
      </a>
    ),
    width: "24%",
  },
  {
    id: "environment",
    header: "Environment",
    value: ({ delivery }) => delivery.environment,
    groupOf: ({ delivery }) => delivery.environment,
  },
  {
    id: "level",
    header: "Evidence",
    value: ({ delivery }) => delivery.level,
    groupOf: ({ delivery }) => delivery.level,
    isOnPhone: false,
  },
  {
    id: "count",
    header: "In a year",
    value: ({ delivery }) => delivery.deploymentsCount,
    cell: ({ delivery }) => (
      <Figure evidence={delivery.evidenceIds}>{numberWords(delivery.deploymentsCount)}</Figure>
    ),
    isNumber: true,
    isSortable: false,
  },
  {
    id: "week",
    header: "A week",
    value: ({ delivery }) => delivery.perWeek,
    cell: ({ delivery }) => (delivery.perWeek === null ? unknown : decimalWords(delivery.perWeek)),
    isNumber: true,
    isSortable: false,
    isOnPhone: false,
  },
  {
    id: "lead",
    header: "Lead time, median",
    value: ({ delivery }) => delivery.leadTimeSeconds?.committer?.p50 ?? null,
    cell: ({ delivery }) => {
      const lead = delivery.leadTimeSeconds?.committer ?? null;
      if (lead === null) return unknown;
      return (
        <Figure evidence={delivery.evidenceIds} n={lead.n}>
          {durationWords(lead.p50)}
        </Figure>
      );
    },
    isNumber: true,
    isSortable: false,
  },
  {
    id: "failed",
    header: "Failed",
    value: ({ delivery }) => delivery.changeFailRate?.value ?? null,
    cell: ({ delivery }) =>
      delivery.changeFailRate === null ? unknown : percentWords(delivery.changeFailRate.value),
    isNumber: true,
    isSortable: false,
    isOnPhone: false,
  },
];
