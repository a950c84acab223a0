import type { AnswerContext } from "#ports/context.ts";
import type { ReportProductStep, ReportProposal } from "#sections/lenses/schema.ts";
import type { ReportConversation } from "#sections/sourcing/schema.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";
import { readParts } from "./answering/read-parts.ts";

export interface ListProposalsInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Value ÷ effort decides the order, not what is at stake. */
  readonly byEffort: boolean;
  /** At most so many; null: all. */
  readonly limit: number | null;
}

export interface ListedProposals {
  readonly proposals: readonly ReportProposal[];
  readonly hiddenCount: number;
  /** With the name of the team. */
  readonly talkTo: readonly (ReportConversation & { readonly teamName: string })[];
}

/** What the platform should change next, and whose answers would move that most. */
export async function listProposals(
  { assessments }: AnswerContext,
  { assessment, byEffort, limit }: ListProposalsInput,
): Promise<ListedProposals> {
  const report = await readParts(assessments, assessment, ["lenses", "sourcing", "teams"]);
  const all = byEffort
    ? report.lenses.platform.toSorted(
        (a, b) => (b.valuePerEffort?.likely ?? 0) - (a.valuePerEffort?.likely ?? 0),
      )
    : report.lenses.platform;
  const names = new Map(report.teams.map(({ id, name }) => [id, name]));
  const proposals = limit === null ? all : all.slice(0, limit);
  return {
    proposals,
    hiddenCount: all.length - proposals.length,
    talkTo: report.sourcing.talkTo.map((one) => ({
      ...one,
      teamName: names.get(one.teamId) ?? one.teamId,
    })),
  };
}

export interface ProductSteps {
  readonly name: string;
  readonly steps: readonly ReportProductStep[];
}

/** What one product (name or id of its component) should build next. Throws `unknown-id`. */
export async function listProductSteps(
  { assessments }: AnswerContext,
  { assessment, product }: { readonly assessment: string; readonly product: string },
): Promise<ProductSteps> {
  const { components, lenses } = await readParts(assessments, assessment, ["components", "lenses"]);
  const { id, name } = findSubject({ components }, product, ["component"]);
  return {
    name,
    steps: lenses.products.find(({ componentId }) => componentId === id)?.items ?? [],
  };
}
