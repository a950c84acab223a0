import { placeOf } from "#web/api/places.ts";
import type { Component, Objective } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Name } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { Unknown } from "#web/ui/unknown.tsx";
import { decimalWords } from "#web/ui/words.ts";
import {
  budgetWords,
  stateWords,
  targetWords,
  weeksWords,
  windowWords,
} from "./reliability-words.ts";

export function reliabilityColumns(
  components: ReadonlyMap<string, Component>,
): readonly TableColumn<Objective>[] {
  const componentOf = (one: Objective): string | null =>
    components.get(one.componentId ?? "")?.name ?? one.service;
  return [
    {
      id: "name",
      header: "Objective",
      value: (one) => one.name,
      cell: (one) => (
        <a href={routeHref("reliability", one.sloId)}>
          <Name>{one.name}</Name>
        </a>
      ),
      width: "20%",
    },
    {
      id: "component",
      header: "Component",
      value: componentOf,
      groupOf: componentOf,
      cell: (one) =>
        one.componentId === null ? (
          <Name>{one.service ?? "not known"}</Name>
        ) : (
          <ComponentLink id={one.componentId} />
        ),
      width: "14%",
    },
    {
      id: "target",
      header: "Target",
      value: (one) => one.objective,
      cell: (one) => targetWords(one.objective),
      isNumber: true,
      isOnPhone: false,
    },
    {
      id: "window",
      header: "Window",
      value: (one) => windowWords(one),
      groupOf: (one) => windowWords(one),
      width: "17%",
      isOnPhone: false,
    },
    {
      id: "left",
      header: "Budget",
      value: (one) => one.budgetLeft,
      cell: (one) =>
        one.budgetLeft === null ? (
          <Unknown pointer={placeOf("reliability", one.sloId, "budgetLeft")} />
        ) : (
          <Figure evidence={one.evidenceIds}>{budgetWords(one.budgetLeft)}</Figure>
        ),
      isNumber: true,
      isOnPhone: true,
      width: "13%",
    },
    {
      id: "rate",
      header: "Burn rate, 6 h",
      value: (one) => one.burnRates.find(({ window }) => window === "6h")?.rate ?? null,
      cell: (one) => {
        const rate = one.burnRates.find(({ window }) => window === "6h")?.rate ?? null;
        return rate === null ? <span className="quiet">not known</span> : decimalWords(rate);
      },
      isNumber: true,
      isOnPhone: false,
    },
    {
      id: "weeks",
      header: "Weeks on target",
      value: (one) => weeksWords(one),
      isOnPhone: false,
    },
    {
      id: "state",
      header: "State",
      value: (one) =>
        `${stateWords[one.state]}${one.state === "spent" ? ": health work first" : ""}`,
      groupOf: (one) => stateWords[one.state],
      isOnPhone: true,
      width: "18%",
    },
  ];
}
