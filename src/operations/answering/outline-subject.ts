import { plainStep } from "#kernel/reference.ts";
import type { AssessmentReader } from "#ports/assessment-store.ts";
import type { Outline } from "#sections/explanation/explanation.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";
import type { Subject } from "#sections/explanation/explaining.ts";
import { lookupsOf } from "#sections/explanation/lookups.ts";
import { outlineFigure } from "#sections/explanation/outline-figure.ts";
import { outlineSubject, tellingSections } from "#sections/explanation/outline-subject.ts";
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
const named = ["capabilities", "components", "teams", "repositories", "signals", "lenses"] as const;

const everySection: readonly SectionName[] = sections.map(({ name }) => name);

/** An id, a name, or the reference of a figure. Throws `unknown-id`. */
export async function outlineWhatIsMeant(
  assessments: AssessmentReader,
  id: string,
  text: string,
): Promise<OutlinedSubject> {
  return text.startsWith("/")
    ? outlinePointer(assessments, id, text)
    : outlineNamed(assessments, id, text);
}

async function outlineNamed(
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
  const parts = await readParts(assessments, id, tellingSections(subject.kind));
  const { [subject.kind]: field = "id" } = usesBehind;
  const consumptions =
    field === null
      ? (await readParts(assessments, id, ["consumptions"])).consumptions
      : await assessments.items(id, "consumptions", field, new Set([subject.id]));
  const evidence =
    subject.kind === "evidence" ? await assessments.items(id, "evidence", "id", meant) : [];
  const report = partialReport({ consumptions, evidence }, known, parts);
  return { report, outline: outlineSubject(report, subject, lookupsOf(report)) };
}

/** Uses that stand beside things of a kind, by their field; null: any of them may. Others have none. */
const usesBehind: Readonly<
  Partial<Record<Subject["kind"], "capabilityId" | "consumerComponentId" | null>>
> = {
  capability: "capabilityId",
  component: "consumerComponentId",
  evidence: null,
};

/** A figure: the section that it stands in, and what bears the names beside it. */
async function outlinePointer(
  assessments: AssessmentReader,
  id: string,
  pointer: string,
): Promise<OutlinedSubject> {
  const [, key = "", entry = ""] = pointer.split("/").map(plainStep);
  const owner = sections.find(({ schema }) => Object.hasOwn(schema, key))?.name;
  // Of all sections, or of none: then the names of all say what may have been meant.
  if (owner === undefined) {
    const report = partialReport(await readParts(assessments, id, everySection));
    return { report, outline: outlineFigure(report, lookupsOf(report), pointer) };
  }
  const parts = await readParts(assessments, id, [...new Set<SectionName>([...named, owner])]);
  const meant = parts.capabilities
    .filter((one) => one.id === entry || one.name === entry)
    .map((one) => one.id);
  const uses =
    key === "adoption"
      ? await assessments.items(id, "consumptions", "capabilityId", new Set(meant))
      : [];
  const report = partialReport({ consumptions: uses }, parts);
  return { report, outline: outlineFigure(report, lookupsOf(report), pointer) };
}
