import type { Report } from "#sections/report.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { Subject } from "#sections/explanation/explaining.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";
import { subjectsOf, type NewCorrection } from "./correction-words.ts";
import type { ReportComponent } from "#sections/components/schema.ts";

export interface ResolvedCorrection {
  /** With names as the report spells them, ids where a name is borne twice. */
  readonly correction: NewCorrection;
  readonly subject: string;
  /** What it overrides. */
  readonly before: string;
}

/** Where the subjects of corrections are looked up. */
export type CorrectedFacts = Pick<Report, "components" | "capabilities" | "teams" | "consumptions">;

/** Looks its subject up in the report. Throws `unknown-id`. */
export function resolveCorrection(
  report: CorrectedFacts,
  correction: NewCorrection,
): ResolvedCorrection {
  if (correction.kind === "owner" || correction.kind === "class") {
    const component = componentOf(report, correction.component);
    return {
      correction: { ...correction, component: spelt(report.components, component) },
      subject: component.name,
      before:
        correction.kind === "owner"
          ? ownersOf(report, component)
          : `${component.class} (${component.classSource})`,
    };
  }
  if (correction.kind === "edge") {
    const consumer = componentOf(report, correction.consumer);
    const capability = findSubject(report, correction.capability, ["capability"]);
    return {
      correction: {
        ...correction,
        consumer: spelt(report.components, consumer),
        capability: spelt(report.capabilities, capability),
      },
      subject: `${consumer.name} → ${capability.name}`,
      before: isUsed(report, consumer.id, capability.id) ? "in use" : "not in use",
    };
  }
  if (correction.kind === "name") {
    const { id, name } = findSubject(report, correction.of, ["component", "capability"]);
    return { correction: { ...correction, of: id }, subject: name, before: name };
  }
  return { correction, subject: correction.address, before: "a person, unless known as a bot" };
}

/** Do two corrections say the same kind of thing about the same subject, by name or by id? */
export function sameSubject(
  report: CorrectedFacts,
  one: NewCorrection,
  other: NewCorrection,
): boolean {
  if (one.kind !== other.kind) return false;
  const [names, others] = [subjectsOf(one), subjectsOf(other)];
  return names.every((name, at) => {
    const otherName = others[at] ?? "";
    if (name.toLowerCase() === otherName.toLowerCase()) return true;
    return [...report.components, ...report.capabilities].some(
      (thing) => isCalled(thing, name) && isCalled(thing, otherName),
    );
  });
}

function isCalled(thing: { readonly id: string; readonly name: string }, text: string): boolean {
  return thing.id === text || thing.name.toLowerCase() === text.toLowerCase();
}

function componentOf(report: CorrectedFacts, text: string): ReportComponent {
  const { id } = findSubject(report, text, ["component"]);
  const component = report.components.find((one) => one.id === id);
  if (component !== undefined) return component;
  throw new FulcrumError(
    "unknown-id",
    `${text} is not a component.`,
    "Give the name or the id of a component: fulcrum explain NAME shows it.",
  );
}

function ownersOf(report: CorrectedFacts, component: ReportComponent): string {
  const names = component.ownerIds.map(
    (id) => report.teams.find((team) => team.id === id)?.name ?? id,
  );
  return names.length === 0 ? "unknown" : `${names.join(", ")} (${component.ownerSource})`;
}

function isUsed(report: CorrectedFacts, consumer: string, capability: string): boolean {
  return report.consumptions.some(
    (one) =>
      one.consumerComponentId === consumer && one.capabilityId === capability && one.to === null,
  );
}

/** The name where nothing else of its kind bears it, for people read the file; else the id. */
function spelt(
  list: readonly { readonly id: string; readonly name: string }[],
  { id, name }: Pick<Subject, "id" | "name">,
): string {
  const same = list.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  return same.length === 1 ? name : id;
}
