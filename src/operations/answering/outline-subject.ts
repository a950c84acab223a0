import { plainStep } from "#kernel/reference.ts";
import type { AssessmentReader } from "#ports/assessment-store.ts";
import type { Outline } from "#sections/explanation/explanation.ts";
import { findSubject, type Subject } from "#sections/explanation/find-subject.ts";
import { outlineCapability } from "#sections/explanation/outline-capability.ts";
import { outlineComponent } from "#sections/explanation/outline-component.ts";
import { outlineFigure } from "#sections/explanation/outline-figure.ts";
import {
  outlineConsumption,
  outlineEvidence,
  outlineRepository,
  outlineTeam,
} from "#sections/explanation/outline-others.ts";
import { outlineDecay, outlineSignal } from "#sections/explanation/outline-signal.ts";
import { indexReport, type ReportIndex } from "#sections/explanation/report-index.ts";
import { sections, type SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { partialReport } from "./partial-report.ts";
import { readParts } from "./read-parts.ts";

/** What is explained, and of the report as much as that took. */
export interface OutlinedSubject {
  readonly outline: Outline;
  readonly report: Report;
}

/** What bears a name. */
const named = ["capabilities", "components", "teams", "repositories", "signals"] as const;

/** What else stands in the explanation of each kind; uses come beside it, where only some are meant. */
const behind: Readonly<Record<Subject["kind"], readonly SectionName[]>> = {
  capability: ["adoption", "documentation", "stability"],
  component: ["adoption", "ownership", "sharedRisks"],
  consumption: ["adoption", "consumptions"],
  team: ["adoption", "cognitiveLoad", "maintainability"],
  repository: ["adoption", "problems"],
  evidence: ["adoption", "consumptions"],
  signal: [],
  decay: [],
};

const everySection: readonly SectionName[] = sections.map(({ name }) => name);

/** An id, a name, or a JSON pointer into the report. Throws `unknown-id`. */
export async function outlineWhatIsMeant(
  assessments: AssessmentReader,
  id: string,
  text: string,
): Promise<OutlinedSubject> {
  return text.startsWith("/")
    ? outlinePointer(assessments, id, text)
    : outlineSubject(assessments, id, text);
}

async function outlineSubject(
  assessments: AssessmentReader,
  id: string,
  text: string,
): Promise<OutlinedSubject> {
  const known = await readParts(assessments, id, named);
  // What bears an id only is not looked through for names.
  const meant = new Set([text]);
  const subject = findSubject(
    {
      ...known,
      consumptions: await assessments.items(id, "consumptions", "id", meant),
      evidence: await assessments.items(id, "evidence", "id", meant),
    },
    text,
  );
  const parts = await readParts(assessments, id, behind[subject.kind]);
  const field = usesBy[subject.kind];
  const uses =
    field === undefined
      ? []
      : await assessments.items(id, "consumptions", field, new Set([subject.id]));
  const evidence =
    subject.kind === "evidence" ? await assessments.items(id, "evidence", "id", meant) : [];
  const report = partialReport({ consumptions: uses, evidence }, known, parts);
  return { report, outline: outlineOf(report, subject) };
}

const usesBy: Readonly<Partial<Record<Subject["kind"], "capabilityId" | "consumerComponentId">>> = {
  capability: "capabilityId",
  component: "consumerComponentId",
};

function outlineOf(report: Report, { kind, id }: Subject): Outline {
  const within = <Item extends { readonly id: string }>(list: readonly Item[]): Item =>
    list.find((one) => one.id === id)!; // findSubject took it from this list
  const indexed = (outline: (index: ReportIndex) => Outline): Outline =>
    outline(indexReport(report));
  const outlines: Readonly<Record<Subject["kind"], () => Outline>> = {
    capability: () => indexed((index) => outlineCapability(index, within(report.capabilities))),
    component: () => indexed((index) => outlineComponent(index, within(report.components))),
    consumption: () => indexed((index) => outlineConsumption(index, within(report.consumptions))),
    team: () => indexed((index) => outlineTeam(index, within(report.teams))),
    repository: () => indexed((index) => outlineRepository(index, within(report.repositories))),
    evidence: () => indexed((index) => outlineEvidence(index, within(report.evidence))),
    signal: () => outlineSignal(report, id),
    decay: () => outlineDecay(report, id),
  };
  return outlines[kind]();
}

/** A figure: the section that it stands in, and what bears the names beside it. */
async function outlinePointer(
  assessments: AssessmentReader,
  id: string,
  pointer: string,
): Promise<OutlinedSubject> {
  const [, key = ""] = pointer.split("/");
  const owner = sections.find(({ schema }) => Object.hasOwn(schema, key))?.name;
  const isOfAll = key === "" || key === "sections";
  const parts = await readParts(
    assessments,
    id,
    isOfAll
      ? everySection
      : [...new Set<SectionName>([...named, "adoption", ...(owner === undefined ? [] : [owner])])],
  );
  const hasUses = "consumptions" in parts;
  const capability = capabilityAt(parts, pointer);
  const uses =
    hasUses || capability === null
      ? []
      : await assessments.items(id, "consumptions", "capabilityId", new Set([capability]));
  const report = partialReport(hasUses ? {} : { consumptions: uses }, parts);
  return { report, outline: outlineFigure(indexReport(report), pointer) };
}

/** Of a figure of adoption, whose uses stand behind it: by its key, or by its name. */
function capabilityAt(
  { adoption, capabilities }: Pick<Report, "adoption" | "capabilities">,
  pointer: string,
): string | null {
  const [, section, step] = pointer.split("/").map(plainStep);
  if (section !== "adoption" || step === undefined) return null;
  const named = capabilities.find(({ name }) => name === step)?.id;
  return (
    adoption.find((one) => one.capabilityId === step || one.capabilityId === named)?.capabilityId ??
    null
  );
}
