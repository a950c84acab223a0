import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { standing } from "#web/api/look-ups.ts";
import { useSections } from "#web/api/use-report.ts";
import type { Component } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet } from "#web/ui/table/table-column.ts";
import { classWords, numberWords, plural } from "#web/ui/words.ts";
import { ComponentPeek } from "../component/component-peek.tsx";
import { PutComponentsRight } from "../corrections/put-right.tsx";
import { componentColumns } from "./component-columns.tsx";
import { componentClasses } from "#vocabulary/structure.ts";

const facets: readonly Facet<Component>[] = [
  {
    id: "class",
    label: "Class",
    options: componentClasses.map((name) => ({ value: name, label: classWords[name] })),
    matches: (component, value) => component.class === value,
  },
];

const byName = { column: "name", isDescending: false };
const ownersOf = (component: Component): readonly string[] => component.ownerIds;
const keyOf = (component: Component): string => component.id;
const addressOf = ({ id }: Component): string => routeHref("components", id);
const putRight = (rows: readonly Component[]): ReactNode => (
  <PutComponentsRight ids={rows.map(({ id }) => id)} />
);

export function ComponentsScreen(): ReactNode {
  const { teams } = useNames();
  const { components, capabilities, consumptions } = useSections(
    "components",
    "capabilities",
    "consumptions",
  );
  const columns = useMemo(
    () => componentColumns({ teams, capabilities, consumptions }),
    [teams, capabilities, consumptions],
  );
  const present = standing(components);
  const archived = components.length - present.length;
  const countOf = (name: Component["class"]): number =>
    present.filter((one) => one.class === name).length;
  return (
    <Screen
      title="What is product, what is platform?"
      question="What is product, what is platform?"
      section="components"
      finding={
        <>
          Of {plural(present.length, "component")}{" "}
          <Figure evidence={["section:components"]}>
            {numberWords(countOf("platform"))} are platform, {numberWords(countOf("product"))}{" "}
            product and {numberWords(countOf("supporting"))} supporting
          </Figure>
          {countOf("unknown") > 0 && `; ${numberWords(countOf("unknown"))} cannot be told`}
          {archived > 0 &&
            `; ${numberWords(archived)} more ${archived === 1 ? "is" : "are"} archived`}
        </>
      }
    >
      <DataTable
        caption="Components"
        rows={components}
        columns={columns}
        keyOf={keyOf}
        initialSorting={byName}
        facets={facets}
        ownersOf={ownersOf}
        compares
        addressOf={addressOf}
        putRight={putRight}
        peek={(row) => <ComponentPeek component={row} />}
        filterHint="Filter by name, owner or customer"
      />
    </Screen>
  );
}
