import { useMemo, type ReactNode } from "react";
import { adoptionByCapability } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { Facet } from "#web/ui/table/table-column.ts";
import { kindWords, plural } from "#web/ui/words.ts";
import { rateWords } from "./adoption-words.ts";
import { CapabilityPeek } from "./capability-peek.tsx";
import { capabilityColumns, capabilityRows, type CapabilityRow } from "./capability-columns.tsx";
import { capabilityKinds } from "#vocabulary/structure.ts";

const facets: readonly Facet<CapabilityRow>[] = [
  {
    id: "kind",
    label: "Kind",
    options: capabilityKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
    matches: (row, value) => row.capability.kind === value,
  },
  {
    id: "use",
    label: "Use",
    initial: "ever",
    options: [
      { value: "ever", label: "by others, ever" },
      { value: "now", label: "in use" },
      { value: "ended", label: "no longer used" },
      { value: "never", label: "never used by others" },
    ],
    matches: (row, value) => (value === "ever" ? useOf(row) !== "never" : useOf(row) === value),
  },
];

function useOf({ adoption }: CapabilityRow): "now" | "ended" | "never" {
  if (adoption === null || adoption.adoptersEver === 0) return "never";
  return adoption.adoptersNow > 0 ? "now" : "ended";
}

const byAdopters = { column: "adopters", isDescending: true };
const teamsOf = (row: CapabilityRow): readonly string[] => row.teamIds;
const keyOf = (row: CapabilityRow): string => row.capability.id;
const addressOf = ({ capability }: CapabilityRow): string =>
  routeHref("capabilities", capability.id);

export function CapabilitiesScreen(): ReactNode {
  const { capabilities, adoption, consumptions } = useSections(
    "capabilities",
    "adoption",
    "consumptions",
  );
  const { teams, components } = useNames();
  const { asOf } = useReportIndex();
  const rows = useMemo(
    () =>
      capabilityRows(capabilities, adoptionByCapability(adoption, asOf), {
        teams,
        components,
        consumptions,
      }),
    [capabilities, adoption, asOf, teams, components, consumptions],
  );
  const most = rows.toSorted(
    (a, b) => (b.adoption?.adoptersNow ?? 0) - (a.adoption?.adoptersNow ?? 0),
  )[0];
  const usedCount = rows.filter((row) => useOf(row) === "now").length;
  const neverCount = rows.filter((row) => useOf(row) === "never").length;
  return (
    <Screen
      title="What does the platform offer, and who uses it?"
      question="What does the platform offer, and who uses it?"
      section="capabilities"
      finding={
        <>
          {usedCount} of {plural(rows.length - neverCount, "capability", "capabilities")} that
          others ever used are in use now
        </>
      }
      lead={
        <>
          {neverCount > 0 && (
            <>
              <a href={routeHref("capabilities", null, new URLSearchParams({ use: "never" }))}>
                {neverCount} more
              </a>{" "}
              {neverCount === 1 ? "is" : "are"} offered, and nobody else was seen to use{" "}
              {neverCount === 1 ? "it" : "them"}.
            </>
          )}
          {most !== undefined && most.adoption !== null && (
            <>
              {" "}
              The most used is <CapabilityLink id={most.capability.id} />:{" "}
              <Figure evidence={[`adoption:${most.capability.id}`]}>
                {rateWords(most.adoption)}
              </Figure>
              .
            </>
          )}
        </>
      }
    >
      <DataTable
        caption="Capabilities"
        rows={rows}
        columns={capabilityColumns}
        keyOf={keyOf}
        initialSorting={byAdopters}
        ownersOf={teamsOf}
        peek={(row) => <CapabilityPeek row={row} />}
        facets={facets}
        compares
        addressOf={addressOf}
        filterHint="Filter by name, kind or owner"
      />
    </Screen>
  );
}
