import type { Report } from "#sections/report.ts";
import { baseName, type Label } from "./inputs.ts";

export interface JudgedOwner {
  readonly repository: string;
  readonly published: string;
  /** As the report names them; empty: unknown. */
  readonly owners: readonly string[];
  readonly source: string;
  readonly verdict: "same" | "other" | "unknown";
}

/** Owners of the component of each repository that a published owner is known of, against that owner. */
export function judgeOwners(
  labels: readonly Label[],
  report: Pick<Report, "components" | "teams">,
): JudgedOwner[] {
  const teams = new Map(report.teams.map((team) => [team.id, team]));
  const root = new Map<string, Report["components"][number]>();
  for (const component of report.components) {
    const name = baseName(component.repositoryId);
    if (!root.has(name) || component.path === ".") root.set(name, component);
  }
  return labels.flatMap((label): JudgedOwner[] => {
    const published = label.published.owner;
    if (published === null) return [];
    const component = root.get(baseName(label.repo));
    const ownerIds = component?.ownerIds ?? [];
    const owners = ownerIds.map((id) => teams.get(id)?.name ?? id);
    // A person is not shown by name: that one person owns it is all that can agree.
    const isSame = published.startsWith("user:")
      ? ownerIds.some((id) => teams.get(id)?.kind === "individual-owned")
      : owners.some((owner) => comparable(owner) === comparable(published));
    return [
      {
        repository: baseName(label.repo),
        published,
        owners,
        source: component?.ownerSource ?? "unknown",
        verdict: owners.length === 0 ? "unknown" : isSame ? "same" : "other",
      },
    ];
  });
}

/** Without kind (`group:`), namespace or organisation (`default/`, `@harbour/`), `#` and case. */
function comparable(owner: string): string {
  const afterKind = owner.slice(owner.indexOf(":") + 1);
  return afterKind
    .slice(afterKind.lastIndexOf("/") + 1)
    .replace(/^[@#]/, "")
    .toLowerCase();
}
