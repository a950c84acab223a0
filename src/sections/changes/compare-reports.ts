import type { Report } from "../report.ts";
import type { ReportChange } from "./schema.ts";

/** What changed since the report before: adopters, classes, owners, capabilities, each with why (insights §13). */
export function compareReports(before: Report, after: Report): ReportChange[] {
  const definitions =
    before.tool.version === after.tool.version && before.schemaVersion === after.schemaVersion;
  const computed = definitions ? "evidence" : "definition";
  const uses = compareConsumptions(before, after, computed);
  return [
    ...compareComponents(before, after, computed),
    ...compareCapabilities(before, after, computed, capabilitiesCorrected(before, after)),
    ...uses,
  ];
}

/** Evidence of corrections of uses that only one of the two reports holds. */
function changedCorrections(before: Report, after: Report): ReadonlySet<string> {
  const of = ({ evidence }: Report): string[] =>
    evidence
      .filter(({ source, text }) => source === "correction" && text.startsWith("use "))
      .map(({ id }) => id);
  const [old, now] = [of(before), of(after)];
  return new Set([
    ...old.filter((id) => !now.includes(id)),
    ...now.filter((id) => !old.includes(id)),
  ]);
}

/** Capabilities that a use was added to or taken from by a correction made or withdrawn since. */
function capabilitiesCorrected(before: Report, after: Report): ReadonlySet<string> {
  const changed = changedCorrections(before, after);
  const inOne = (a: Report, b: Report): string[] => {
    const kept = new Set(b.consumptions.map(({ id }) => id));
    const consumers = correctedComponents([a, b], changed);
    return a.consumptions
      .filter(({ id }) => !kept.has(id))
      .filter(
        (one) =>
          one.evidenceIds.some((id) => changed.has(id)) || consumers.has(one.consumerComponentId),
      )
      .map(({ capabilityId }) => capabilityId);
  };
  return new Set([...inOne(before, after), ...inOne(after, before)]);
}

function correctedComponents(
  reports: readonly Report[],
  changed: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ components }) =>
      components
        .filter(({ evidenceIds }) => evidenceIds.some((id) => changed.has(id)))
        .map(({ id }) => id),
    ),
  );
}

function compareComponents(
  before: Report,
  after: Report,
  computed: ReportChange["because"],
): ReportChange[] {
  const known = new Map(before.components.map((one) => [one.id, one]));
  const changes: ReportChange[] = [];
  after.components.forEach((one, index) => {
    const was = known.get(one.id);
    const pointer = `/components/${String(index)}`;
    if (was === undefined) {
      changes.push({
        pointer,
        subject: `${one.name}: new component`,
        before: null,
        after: one.class,
        because: "evidence",
        evidenceIds: one.evidenceIds.slice(0, 3),
      });
      return;
    }
    if (was.class !== one.class) {
      const because =
        one.classSource === "correction" || was.classSource === "correction"
          ? "correction"
          : computed;
      changes.push({
        pointer: `${pointer}/class`,
        subject: `${one.name}: class`,
        before: was.class,
        after: one.class,
        because,
        evidenceIds: one.evidenceIds.slice(0, 3),
      });
    }
    const owners = [was.ownerIds.join(", "), one.ownerIds.join(", ")] as const;
    if (owners[0] !== owners[1]) {
      const because =
        one.ownerSource === "correction" || was.ownerSource === "correction"
          ? "correction"
          : computed;
      changes.push({
        pointer: `${pointer}/ownerIds`,
        subject: `${one.name}: owner`,
        before: orNull(owners[0]),
        after: orNull(owners[1]),
        because,
        evidenceIds: one.evidenceIds.slice(0, 3),
      });
    }
    if (was.lifecycle !== one.lifecycle) {
      changes.push({
        pointer: `${pointer}/lifecycle`,
        subject: `${one.name}: lifecycle`,
        before: was.lifecycle,
        after: one.lifecycle,
        because: computed,
        evidenceIds: one.evidenceIds.slice(0, 3),
      });
    }
  });
  return changes;
}

function compareCapabilities(
  before: Report,
  after: Report,
  computed: ReportChange["because"],
  corrected: ReadonlySet<string>,
): ReportChange[] {
  const known = new Map(before.adoption.map((one) => [one.capabilityId, one]));
  const versions = new Map(before.capabilities.map((one) => [one.id, one.latestVersion]));
  const names = new Map(after.capabilities.map((one) => [one.id, one.name]));
  const changes: ReportChange[] = [];
  after.adoption.forEach((one, index) => {
    const was = known.get(one.capabilityId);
    const name = names.get(one.capabilityId) ?? one.capabilityId;
    const pointer = `/adoption/${String(index)}/adoptersNow`;
    const evidenceIds = one.evidenceIds.slice(0, 5);
    if (was === undefined) {
      changes.push({
        pointer,
        subject: `${name}: new capability, adopters`,
        before: null,
        after: String(one.adoptersNow),
        because: "evidence",
        evidenceIds,
      });
    } else if (was.adoptersNow !== one.adoptersNow) {
      changes.push({
        pointer,
        subject: `${name}: adopters`,
        before: String(was.adoptersNow),
        after: String(one.adoptersNow),
        because: corrected.has(one.capabilityId) ? "correction" : computed,
        evidenceIds,
      });
    }
  });
  after.capabilities.forEach((one, index) => {
    const was = versions.get(one.id);
    if (was !== undefined && was !== one.latestVersion) {
      changes.push({
        pointer: `/capabilities/${String(index)}/latestVersion`,
        subject: `${one.name}: newest version`,
        before: was,
        after: one.latestVersion,
        because: computed,
        evidenceIds: one.evidenceIds.slice(0, 3),
      });
    }
  });
  return changes;
}

function compareConsumptions(
  before: Report,
  after: Report,
  computed: ReportChange["because"],
): ReportChange[] {
  const known = new Map(before.consumptions.map((one) => [one.id, one]));
  const capability = new Map(after.capabilities.map((one) => [one.id, one.name]));
  const component = new Map(after.components.map((one) => [one.id, one.name]));
  const changed = changedCorrections(before, after);
  const consumers = correctedComponents([before, after], changed);
  const changes: ReportChange[] = goneUses(before, after, changed, consumers, computed);
  after.consumptions.forEach((one, index) => {
    const was = known.get(one.id);
    const subject = `${component.get(one.consumerComponentId) ?? "?"} uses ${capability.get(one.capabilityId) ?? "?"}`;
    const pointer = `/consumptions/${String(index)}`;
    const evidenceIds = one.evidenceIds.slice(0, 3);
    const isCorrected =
      one.evidenceIds.some((id) => changed.has(id)) || consumers.has(one.consumerComponentId);
    const because = isCorrected ? "correction" : computed;
    if (was === undefined)
      changes.push({
        pointer,
        subject,
        before: null,
        after: `since ${one.from.slice(0, 10)}`,
        because,
        evidenceIds,
      });
    else if (was.to === null && one.to !== null) {
      changes.push({
        pointer: `${pointer}/to`,
        subject,
        before: "in use",
        after: `until ${one.to.slice(0, 10)}`,
        because,
        evidenceIds,
      });
    }
  });
  return changes;
}

/** Uses that the report before had and this one has not: taken away, or told otherwise by what was read since. */
function goneUses(
  before: Report,
  after: Report,
  changed: ReadonlySet<string>,
  consumers: ReadonlySet<string>,
  computed: ReportChange["because"],
): ReportChange[] {
  const kept = new Set(after.consumptions.map(({ id }) => id));
  const names = new Map(
    [...before.components, ...before.capabilities].map(({ id, name }) => [id, name]),
  );
  const held = new Set(after.evidence.map(({ id }) => id));
  return before.consumptions
    .filter(({ id }) => !kept.has(id))
    .map((one) => {
      const isCorrected =
        consumers.has(one.consumerComponentId) || one.evidenceIds.some((id) => changed.has(id));
      return {
        pointer: "/consumptions",
        subject: `${names.get(one.consumerComponentId) ?? "?"} uses ${names.get(one.capabilityId) ?? "?"}`,
        before: `since ${one.from.slice(0, 10)}`,
        after: null,
        because: isCorrected ? ("correction" as const) : computed,
        evidenceIds: one.evidenceIds.filter((id) => held.has(id)).slice(0, 3),
      };
    });
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
