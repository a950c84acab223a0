import type { NamesOfThings } from "#web/api/names-of-things.ts";
import type { Consumption } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink, Name, Owners } from "#web/ui/names.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { dateWords, endReasonWords } from "#web/ui/words.ts";

export function consumerColumn(names: NamesOfThings): TableColumn<Consumption> {
  return {
    id: "component",
    header: "Component",
    value: (use) => names.components.get(use.consumerComponentId)?.name ?? use.consumerComponentId,
    cell: (use) => <ComponentLink id={use.consumerComponentId} />,
    width: "22%",
  };
}

export function ownersColumn(names: NamesOfThings): TableColumn<Consumption> {
  const owners = (use: Consumption): readonly string[] =>
    names.components.get(use.consumerComponentId)?.ownerIds ?? [];
  return {
    id: "team",
    header: "Team",
    value: (use) =>
      owners(use)
        .map((id) => names.teams.get(id)?.name ?? id)
        .join(", "),
    cell: (use) => <Owners ids={owners(use)} />,
    width: "20%",
  };
}

export function capabilityColumn(names: NamesOfThings): TableColumn<Consumption> {
  return {
    id: "capability",
    header: "Capability",
    value: (use) => names.capabilities.get(use.capabilityId)?.name ?? use.capabilityId,
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
    cell: (use) => {
      const version = versionOf(use);
      return version === null ? <span className="quiet">not pinned</span> : <Name>{version}</Name>;
    },
  },
  { id: "scope", header: "Scope", value: (use) => use.scope, isOnPhone: false },
  {
    id: "confidence",
    header: "Confidence",
    value: (use) => use.confidence,
    cell: (use) => (use.via === "service" ? `${use.confidence}, service use` : use.confidence),
    isOnPhone: false,
  },
];
