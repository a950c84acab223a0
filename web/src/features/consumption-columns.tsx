import type { NamesOfThings } from "#web/api/names-of-things.ts";
import type { Consumption } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink, Name, Owners } from "#web/ui/names.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { dateWords, endReasonWords, yearOf } from "#web/ui/words.ts";

export function consumerColumn(names: NamesOfThings): TableColumn<Consumption> {
  const nameOf = (use: Consumption): string =>
    names.components.get(use.consumerComponentId)?.name ?? use.consumerComponentId;
  return {
    id: "component",
    header: "Component",
    value: nameOf,
    groupOf: nameOf,
    cell: (use) => <ComponentLink id={use.consumerComponentId} />,
    width: "22%",
  };
}

export function ownersColumn(names: NamesOfThings): TableColumn<Consumption> {
  const owners = (use: Consumption): readonly string[] =>
    names.components.get(use.consumerComponentId)?.ownerIds ?? [];
  const nameOf = (use: Consumption): string =>
    owners(use)
      .map((id) => names.teams.get(id)?.name ?? id)
      .join(", ");
  return {
    id: "team",
    header: "Team",
    value: nameOf,
    groupOf: nameOf,
    cell: (use) => <Owners ids={owners(use)} />,
    width: "20%",
  };
}

export function capabilityColumn(names: NamesOfThings): TableColumn<Consumption> {
  const nameOf = (use: Consumption): string =>
    names.capabilities.get(use.capabilityId)?.name ?? use.capabilityId;
  return {
    id: "capability",
    header: "Capability",
    value: nameOf,
    groupOf: nameOf,
    cell: (use) => <CapabilityLink id={use.capabilityId} />,
    width: "26%",
  };
}

const versionOf = (use: Consumption): string | null =>
  use.versions.at(-1)?.version ?? use.constraint;

export const useColumns: readonly TableColumn<Consumption>[] = [
  {
    id: "since",
    header: "Since",
    value: (use) => use.from,
    groupOf: (use) => yearOf(use.from),
    cell: (use) => (
      <Figure evidence={[use.id]}>
        {use.fromCensored && "before "}
        {dateWords(use.from)}
      </Figure>
    ),
  },
  {
    id: "until",
    header: "Until",
    value: (use) => use.to,
    groupOf: (use) =>
      use.to === null ? "in use" : use.endReason === null ? "ended" : endReasonWords[use.endReason],
    cell: (use) =>
      use.to === null ? (
        "in use"
      ) : (
        <>
          {dateWords(use.to)}
          {use.endReason !== null && `, ${endReasonWords[use.endReason]}`}
          {use.continuesIn !== null && (
            <>
              : <ComponentLink id={use.continuesIn} />
            </>
          )}
        </>
      ),
  },
  {
    id: "version",
    header: "Version",
    value: versionOf,
    groupOf: (use) => versionOf(use) ?? "not pinned",
    cell: (use) => {
      const version = versionOf(use);
      return version === null ? <span className="quiet">not pinned</span> : <Name>{version}</Name>;
    },
  },
  {
    id: "scope",
    header: "Scope",
    value: (use) => use.scope,
    groupOf: (use) => use.scope,
    isOnPhone: false,
  },
  {
    id: "confidence",
    header: "Confidence",
    value: (use) => use.confidence,
    groupOf: (use) => use.confidence,
    cell: (use) => (use.via === "service" ? `${use.confidence}, service use` : use.confidence),
    isOnPhone: false,
  },
];
