import { field, isRecord, textOf } from "../untrusted-value.ts";

/** Roles that let nobody change anything. */
const onlyReads = /^(?:pull|triage|read|reporter|guest)$/i;

/**
 * The data of a Terraform file with what its resources say of teams and repositories as rows of their own: who may write to what
 * (`github_team_repository`, `github_repository_collaborators`), and what each module or resource is called.
 */
export function withTeamsOfTerraform(
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const resources = recordsIn(data["resource"]);
  const names = new Map<string, string>();
  for (const resource of resources) {
    const type = textOf(field(resource, "$type"));
    const label = textOf(field(resource, "$label"));
    const name = textOf(field(resource, "name")) ?? textOf(field(resource, "slug"));
    if (type !== null && label !== null) names.set(`${type}.${label}`, name ?? label);
  }
  const meant = (value: unknown): string | null => {
    const text = textOf(value);
    if (text === null) return null;
    const [kind = "", label = ""] = text
      .replace(/^data\./, "")
      .replace(/\["?|"?\]/g, ".")
      .split(".");
    return /^(?:github|gitlab)_[a-z_]{1,40}$/.test(kind)
      ? (names.get(`${kind}.${label}`) ?? label)
      : text;
  };
  const grants = resources.flatMap((resource) => {
    const repository = meant(field(resource, "repository"));
    if (repository === null) return [];
    const isTeam = field(resource, "$type") === "github_team_repository";
    const teams = isTeam ? [resource] : recordsIn(field(resource, "team"));
    return teams.flatMap((team) => {
      const name = meant(field(team, "team_id")) ?? meant(field(team, "team_slug"));
      const permission = textOf(field(team, "permission")) ?? "";
      return name === null || onlyReads.test(permission) ? [] : [{ repository, team: name }];
    });
  });
  const { resource: _, module: modules, ...rest } = data;
  return {
    ...rest,
    grants,
    modules: recordsIn(modules),
    resources: resources.filter((one) => field(one, "$type") !== "github_team_repository"),
  };
}

function recordsIn(value: unknown): Record<string, unknown>[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter(isRecord);
}
