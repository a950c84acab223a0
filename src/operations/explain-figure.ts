import type { EvidenceItem, UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "#sections/report.ts";
import type { OperationContext } from "#ports/context.ts";
import { locateClones, showCommand } from "./reading/evidence-command.ts";
import type { ExplainedEvidence, Explanation, Outline } from "#sections/explanation/explanation.ts";
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

export interface ExplainInput {
  readonly report: Report;
  /** Folders that the report was made from, to say where its clones lie. */
  readonly folders: readonly string[];
  /** An id, a name, or a JSON pointer into the report such as `/adoption/3/rate`. */
  readonly subject: string;
}

/** The evidence behind an id or a figure, down to commit and file. Throws `unknown-id`. */
export async function explainFigure(
  _context: OperationContext,
  { report, folders, subject }: ExplainInput,
): Promise<Explanation> {
  const index = indexReport(report);
  const { evidenceIds, pointers, ...outline } = subject.startsWith("/")
    ? outlineFigure(index, subject)
    : outlineSubject(index, findSubject(report, subject));
  return {
    ...outline,
    unknown: unknownsAt(report, pointers),
    evidence: await evidenceOf(report, folders, new Set(evidenceIds)),
  };
}

function outlineSubject(index: ReportIndex, { kind, id }: Subject): Outline {
  const { report } = index;
  const within = <Item extends { readonly id: string }>(list: readonly Item[]): Item =>
    list.find((one) => one.id === id)!; // findSubject took it from this list
  const outlines: Readonly<Record<Subject["kind"], () => Outline>> = {
    capability: () => outlineCapability(index, within(report.capabilities)),
    component: () => outlineComponent(index, within(report.components)),
    consumption: () => outlineConsumption(index, within(report.consumptions)),
    team: () => outlineTeam(index, within(report.teams)),
    repository: () => outlineRepository(index, within(report.repositories)),
    evidence: () => outlineEvidence(index, within(report.evidence)),
    signal: () => outlineSignal(report, id),
    decay: () => outlineDecay(report, id),
  };
  return outlines[kind]();
}

function unknownsAt(report: Report, pointers: readonly string[]): Explanation["unknown"] {
  const isMeant = ({ pointer }: UnknownEntry): boolean =>
    pointers.some(
      (one) => pointer === one || pointer.startsWith(`${one}/`) || one.startsWith(`${pointer}/`),
    );
  return Object.values(report.sections)
    .flatMap((section) => section.unknown)
    .filter(isMeant)
    .map(({ pointer, reason, needs }) => ({ pointer, reason, needs }));
}

/** Oldest first; what has no date last. */
async function evidenceOf(
  report: Report,
  folders: readonly string[],
  ids: ReadonlySet<string>,
): Promise<ExplainedEvidence[]> {
  const items = report.evidence.filter((item) => ids.has(item.id));
  const wanted = new Set(items.flatMap(({ repositoryId }) => repositoryId ?? []));
  const clones = await locateClones(report, folders, wanted);
  const heads = new Map(report.repositories.map(({ id, head }) => [id, head]));
  const commandOf = (item: EvidenceItem): string | null => {
    const clone = clones.get(item.repositoryId ?? "");
    return clone === undefined
      ? null
      : showCommand(item, clone, heads.get(item.repositoryId ?? "") ?? null);
  };
  return items
    .toSorted((one, other) => ((one.at ?? "9") < (other.at ?? "9") ? -1 : 1))
    .map((item) => Object.assign({}, item, { command: commandOf(item) }));
}
