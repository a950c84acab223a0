import { usersOf, type PlacedAdoption } from "#web/api/look-ups.ts";
import type { Adoption, Capability, Component, Consumption, Team } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, Owners } from "#web/ui/names.tsx";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { Unknown } from "#web/ui/unknown.tsx";
import { kindWords, monthWords, yearOf } from "#web/ui/words.ts";
import {
  eligibleWords,
  lastForecast,
  rateFigures,
  stayShare,
  stayWords,
} from "./adoption-words.ts";

interface Around {
  readonly teams: ReadonlyMap<string, Team>;
  readonly components: ReadonlyMap<string, Component>;
  readonly consumptions: readonly Consumption[];
}

export interface CapabilityRow {
  readonly capability: Capability;
  readonly adoption: Adoption | null;
  readonly pointer: string;
  readonly ownerNames: string;
  readonly since: string | null;
  /** Teams that own it or build on it now. */
  readonly teamIds: readonly string[];
}

export function capabilityRows(
  capabilities: readonly Capability[],
  adoption: ReadonlyMap<string, PlacedAdoption>,
  { teams, components, consumptions }: Around,
): readonly CapabilityRow[] {
  return capabilities.map((capability) => {
    const found = adoption.get(capability.id);
    return {
      capability,
      adoption: found?.adoption ?? null,
      pointer: found?.pointer ?? "/adoption",
      teamIds: [
        ...capability.ownerIds,
        ...usersOf(consumptions, capability.id)
          .filter((use) => use.to === null)
          .flatMap((use) => components.get(use.consumerComponentId)?.ownerIds ?? []),
      ],
      ownerNames: capability.ownerIds.map((id) => teams.get(id)?.name ?? id).join(", "),
      since:
        (found?.adoption.adoptersEver ?? 0) > 0
          ? (found?.adoption.curve[0]?.date ?? capability.firstRelease)
          : null,
    };
  });
}

const adoptersOf = (row: CapabilityRow): readonly string[] => [`adoption:${row.capability.id}`];

export const capabilityColumns: readonly TableColumn<CapabilityRow>[] = [
  {
    id: "name",
    header: "Capability",
    value: (row) => row.capability.name,
    cell: (row) => <CapabilityLink id={row.capability.id} />,
    width: "16%",
  },
  {
    id: "kind",
    header: "Kind",
    value: (row) => kindWords[row.capability.kind],
    groupOf: (row) => kindWords[row.capability.kind],
    width: "9%",
  },
  {
    id: "owner",
    header: "Owner",
    value: (row) => row.ownerNames,
    groupOf: (row) => row.ownerNames,
    cell: (row) => <Owners ids={row.capability.ownerIds} />,
    width: "10%",
  },
  {
    id: "adopters",
    header: "Adopters now",
    value: (row) => row.adoption?.adoptersNow ?? null,
    cell: (row) =>
      row.adoption === null ? (
        <Unknown pointer={row.pointer} />
      ) : (
        <>
          <Figure evidence={adoptersOf(row)}>{rateFigures(row.adoption)}</Figure>{" "}
          <small className="quiet">{eligibleWords(row.adoption)}</small>
        </>
      ),
    isNumber: true,
    width: "22%",
  },
  {
    id: "curve",
    header: "Curve",
    value: (row) => row.adoption?.adoptersEver ?? null,
    cell: (row) => (
      <Sparkline
        values={row.adoption?.curve.map((point) => point.components) ?? []}
        outline={row.adoption?.curve.map((point) => point.eligible) ?? []}
        label={`${row.adoption?.adoptersEver ?? 0} adopters ever, ${row.adoption?.adoptersNow ?? 0} now`}
      />
    ),
    isSortable: false,
    width: "10%",
  },
  {
    id: "since",
    header: "Used since",
    value: (row) => row.since,
    groupOf: (row) => yearOf(row.since),
    cell: (row) => (row.since === null ? "not used yet" : monthWords(row.since)),
    isOnPhone: false,
    width: "7%",
  },
  {
    id: "retention",
    header: "Stay 2 years",
    value: (row) => (row.adoption === null ? null : (stayShare(row.adoption)?.survival ?? null)),
    cell: (row) => {
      const stay = row.adoption === null ? null : stayShare(row.adoption);
      if (stay === null) return <Unknown pointer={`${row.pointer}/retention`} />;
      return (
        <Figure evidence={adoptersOf(row)} n={stay.n}>
          {stay.years === 1 && "1 year: "}
          {stayWords(stay)}
        </Figure>
      );
    },
    isNumber: true,
    width: "13%",
  },
  {
    id: "currency",
    header: "Major kept up",
    value: (row) => row.adoption?.currency.onNewestMajor?.share ?? null,
    cell: (row) => {
      const newest = row.adoption?.currency.onNewestMajor ?? null;
      if (newest === null && row.capability.releases.length === 0)
        return <span className="quiet">no versions</span>;
      if (newest === null) return <Unknown pointer={`${row.pointer}/currency/onNewestMajor`} />;
      return (
        <Figure evidence={adoptersOf(row)}>
          {newest.numerator} of {newest.denominator} on {newest.major} or above
        </Figure>
      );
    },
    isNumber: true,
    isOnPhone: false,
    width: "12%",
  },
  {
    id: "forecast",
    header: "Forecast",
    value: (row) => (row.adoption === null ? null : (lastForecast(row.adoption)?.likely ?? null)),
    cell: (row) => {
      const last = row.adoption === null ? null : lastForecast(row.adoption);
      if (last === null) return <Unknown pointer={`${row.pointer}/forecast`} />;
      return (
        <Figure evidence={adoptersOf(row)}>
          {Math.round(last.likely)} ({Math.round(last.low)} to {Math.round(last.high)}) by{" "}
          {monthWords(last.date)}
        </Figure>
      );
    },
    isNumber: true,
    isOnPhone: false,
  },
];
