import type { NamesOfThings } from "#web/api/names-of-things.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink, Name, Owners } from "#web/ui/names.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { percentWords, plural } from "#web/ui/words.ts";
import type { Solution } from "./job-rows.ts";
import type { Job } from "#web/api/report-rows.ts";
import { keepersNoun, packageWords } from "./job-words.ts";

const listed = 12;

export function solutionColumns(
  names: NamesOfThings,
  job: Job | undefined,
): readonly TableColumn<Solution>[] {
  const nameOf = (id: string): string => names.components.get(id)?.name ?? id;
  return [
    {
      id: "solution",
      header: "Solution",
      value: (one) => packageWords(one.package),
      cell: (one) => (
        <>
          <Name>{packageWords(one.package)}</Name>{" "}
          {one.packages.length > 1 && (
            <small className="quiet block">
              as <Name>{one.packages.map(packageWords).join(", ")}</Name>
            </small>
          )}
          {one.capabilityId !== null && (
            <small className="block">
              ours: <CapabilityLink id={one.capabilityId} />
            </small>
          )}
        </>
      ),
      width: "22%",
    },
    {
      id: "reason",
      header: "Why it is here",
      value: (one) => one.reason ?? "named by the organisation",
      groupOf: (one) => one.reason ?? "named by the organisation",
      isOnPhone: false,
      width: "18%",
    },
    {
      id: "share",
      header: job === undefined ? "Share" : `Share of ${keepersNoun(job)}`,
      value: (one) => one.share,
      cell: (one) => (one.share === null ? "not known" : percentWords(one.share)),
      isNumber: true,
      width: "10%",
    },
    {
      id: "teams",
      header: "Teams",
      value: (one) => one.ownerIds.map((id) => names.teams.get(id)?.name ?? id).join(", "),
      cell: (one) => <Owners ids={one.ownerIds} />,
      isSortable: false,
      width: "20%",
    },
    {
      id: "components",
      header: "Components",
      value: (one) => one.componentIds.map(nameOf).join(", "),
      cell: (one) => (
        <>
          <Figure evidence={one.evidenceIds}>{plural(one.componentIds.length, "component")}</Figure>
          :{" "}
          {one.componentIds.slice(0, listed).map((id, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <ComponentLink id={id} />
            </span>
          ))}
          {one.componentIds.length > listed && ` and ${one.componentIds.length - listed} more`}
        </>
      ),
      isSortable: false,
    },
  ];
}
