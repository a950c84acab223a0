import { providedBy, usersOf, usesOf } from "#web/api/look-ups.ts";
import type { Capability, Component, Consumption, Team } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Owners } from "#web/ui/names.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import {
  classWords,
  customerWords,
  dateWords,
  ownerSourceWords,
  percentWords,
  yearOf,
} from "#web/ui/words.ts";

/** The probability of the class that was computed; null for unknown, and for a class that somebody put right. */
export function classProbability(component: Component): number | null {
  if (component.class === "unknown" || component.classSource === "correction") return null;
  return component.probabilities[component.class];
}

const customersOf = (component: Component): string =>
  component.customers.map((kind) => customerWords[kind]).join(", ");

interface ComponentRelations {
  readonly teams: ReadonlyMap<string, Team>;
  readonly capabilities: readonly Capability[];
  readonly consumptions: readonly Consumption[];
}

export function componentColumns({
  teams,
  capabilities,
  consumptions,
}: ComponentRelations): readonly TableColumn<Component>[] {
  const ownersOf = (component: Component): string =>
    component.ownerIds.map((id) => teams.get(id)?.name ?? id).join(", ");
  const usersCount = (component: Component): number =>
    new Set(
      providedBy(capabilities, component.id)
        .flatMap((capability) => usersOf(consumptions, capability.id))
        .filter((use) => use.to === null)
        .map((use) => use.consumerComponentId),
    ).size;
  const usesCount = (component: Component): number =>
    usesOf(consumptions, component.id).filter((use) => use.to === null).length;
  return [
    {
      id: "name",
      header: "Component",
      value: (one) => one.name,
      cell: (one) => <ComponentLink id={one.id} />,
      width: "18%",
    },
    {
      id: "class",
      header: "Class",
      value: (one) => one.class,
      groupOf: (one) => classWords[one.class],
      cell: (one) => <ClassWithProbability component={one} />,
      width: "13%",
    },
    {
      id: "owner",
      header: "Owner",
      value: ownersOf,
      groupOf: ownersOf,
      cell: (one) => (
        <>
          <Owners ids={one.ownerIds} />{" "}
          {one.ownerIds.length > 0 && (
            <small className="quiet owner-source">{ownerSourceWords[one.ownerSource]}</small>
          )}
        </>
      ),
      width: "20%",
    },
    {
      id: "customers",
      header: "Customers",
      value: customersOf,
      groupOf: customersOf,
      cell: (one) =>
        one.customers.length === 0 ? <span className="quiet">none seen</span> : customersOf(one),
    },
    { id: "uses", header: "Uses", value: usesCount, isNumber: true, isAtEnd: true, width: "5%" },
    {
      id: "users",
      header: "Used by",
      value: usersCount,
      isNumber: true,
      isAtEnd: true,
      width: "6%",
    },
    {
      id: "lifecycle",
      header: "Lifecycle",
      value: (one) => one.lifecycle,
      groupOf: (one) => one.lifecycle,
      isOnPhone: false,
      width: "8%",
    },
    {
      id: "changed",
      header: "Last changed",
      value: (one) => one.lastHumanCommit,
      groupOf: (one) => yearOf(one.lastHumanCommit),
      cell: (one) => (one.lastHumanCommit === null ? "not seen" : dateWords(one.lastHumanCommit)),
      isOnPhone: false,
      width: "9%",
    },
  ];
}

function ClassWithProbability({ component }: { readonly component: Component }): React.ReactNode {
  const probability = classProbability(component);
  return (
    <>
      <span className={`class-mark is-${component.class}`} aria-hidden="true" />
      <Figure evidence={[component.id]}>
        {classWords[component.class]}
        {probability !== null && ` (${percentWords(probability)})`}
      </Figure>
      {component.contradictions.length > 0 && <small className="quiet block">contradicted</small>}
      {component.classSource === "correction" && (
        <small className="quiet block">corrected by hand</small>
      )}
    </>
  );
}
