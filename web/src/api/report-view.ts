import type { Report } from "#sections/report.ts";
import type { UnknownGroup } from "#contract/primitives.ts";

export type Component = Report["components"][number];
export type Capability = Report["capabilities"][number];
export type Consumption = Report["consumptions"][number];
export type Adoption = Report["adoption"][number];
export type Team = Report["teams"][number];
export type EvidenceItem = Report["evidence"][number];

/** The report with the look-ups that screens need; every map is built once. */
export interface ReportView {
  readonly report: Report;
  readonly components: ReadonlyMap<string, Component>;
  readonly capabilities: ReadonlyMap<string, Capability>;
  readonly consumptions: ReadonlyMap<string, Consumption>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly evidence: ReadonlyMap<string, EvidenceItem>;
  readonly adoption: ReadonlyMap<string, { readonly adoption: Adoption; readonly pointer: string }>;
  /** Uses that count as adoption, present and past: reverse-test is left out. */
  readonly usersOf: (capabilityId: string) => readonly Consumption[];
  readonly usesOf: (componentId: string) => readonly Consumption[];
  readonly providedBy: (componentId: string) => readonly Capability[];
  /** Why the value at this place (`placeOf`), or one of its parents, is unknown. */
  readonly unknownAt: (place: string) => UnknownGroup | null;
}

export function viewReport(report: Report): ReportView {
  const uses = report.consumptions.filter((use) => use.scope !== "reverse-test");
  const users = groupBy(uses, (use) => use.capabilityId);
  const used = groupBy(uses, (use) => use.consumerComponentId);
  const provided = groupBy(report.capabilities, (one) => one.providerComponentId ?? "");
  const unknown = new Map(
    Object.values(report.sections).flatMap((section) =>
      section.unknown.flatMap((group) => placesOf(group).map((place) => [place, group] as const)),
    ),
  );
  return {
    report,
    components: byId(report.components),
    capabilities: byId(report.capabilities),
    consumptions: byId(report.consumptions),
    teams: byId(report.teams),
    evidence: byId(report.evidence),
    adoption: new Map(
      report.adoption.map((adoption) => [
        adoption.capabilityId,
        {
          adoption: { ...adoption, curve: untilAsOf(adoption.curve, report.asOf) },
          pointer: placeOf("adoption", adoption.capabilityId),
        },
      ]),
    ),
    usersOf: (id) => users.get(id) ?? [],
    usesOf: (id) => used.get(id) ?? [],
    providedBy: (id) => provided.get(id) ?? [],
    unknownAt: (place) => nearest(unknown, place),
  };
}

/** The last point is taken at the end of the day, which is already the next one: it belongs to the day it closes. */
export function untilAsOf<Point extends { readonly date: string }>(
  points: readonly Point[],
  asOf: string,
): Point[] {
  const last = points.at(-1);
  if (last === undefined || last.date <= asOf) return [...points];
  const before = points.slice(0, -1);
  return before.at(-1)?.date === asOf ? before : [...before, { ...last, date: asOf }];
}

/** `/adoption/capability:1f/rate`: a key at the root of the report, the key of an entry, and steps below it. */
export function placeOf(section: string, key: string | null, field?: string): string {
  const entry = key === null ? "" : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return `/${section}${entry}${field === undefined ? "" : `/${field}`}`;
}

/** Every figure that a group speaks of. */
function placesOf({ section, keys, fields }: UnknownGroup): string[] {
  const entries = keys.length === 0 ? [null] : keys;
  const parts = fields.length === 0 ? [undefined] : fields;
  return entries.flatMap((key) => parts.map((field) => placeOf(section, key, field)));
}

function nearest(entries: ReadonlyMap<string, UnknownGroup>, pointer: string): UnknownGroup | null {
  for (let path = pointer; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const entry = entries.get(path);
    if (entry !== undefined) return entry;
  }
  return null;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
