import { z } from "zod";
import { counted, dayOf, percentOf } from "#kernel/phrases.ts";
import { placedEvidence, repositoryAddress } from "#operations/answering/placed-evidence.ts";
import { listDeliveries, type DeliveryRow } from "#operations/list-deliveries.ts";
import { durationOf } from "#surfaces/cli/format/deliveries.ts";
import { deploymentLevels } from "#vocabulary/delivery.ts";
import {
  asked,
  evidenceField,
  evidenceLine,
  firstOf,
  pageInput,
  pageOf,
  pageOutput,
} from "../fields.ts";
import { defineTool } from "../define-tool.ts";

const factsShown = 2;
const pointsShown = 3;

const rate = z.object({ numerator: z.int(), denominator: z.int(), value: z.number() }).nullable();

export const delivery = defineTool({
  name: "delivery",
  title: "How changes reach production",
  description:
    "Deployments and the five DORA metrics by component and environment: how often, lead time, change fail rate, recovery, rework, the newest deployments with their commits, what the figures rest on (events, desired state, releases or merges), and why those that are missing are.",
  input: z.strictObject({
    component: asked
      .optional()
      .describe("name or id of a component, or an application as deployed"),
    environment: z.string().trim().min(1).max(200).optional(),
    withAll: z.boolean().default(false).describe("also environments that are not production"),
    ...pageInput,
  }),
  output: z.object({
    delivery: z.array(
      z.object({
        id: z.string().describe("/delivery/ID is a place for explain"),
        name: z.string(),
        componentId: z.string().nullable(),
        environment: z.string(),
        level: z.enum(deploymentLevels).describe("what it rests on, the best evidence first"),
        window: z.object({ from: z.string(), to: z.string() }),
        deploymentsCount: z.int().describe("in the window"),
        perWeek: z.number().nullable(),
        leadTimeSeconds: z
          .object({ p50: z.number(), p85: z.number(), n: z.int() })
          .nullable()
          .describe("from committer date, commits of people"),
        changeFailRate: rate,
        recoverySeconds: z.object({ p50: z.number().nullable(), n: z.int() }).nullable(),
        reworkRate: rate,
        last: z.string().nullable(),
        newest: z
          .array(z.object({ at: z.string(), version: z.string(), commit: z.string().nullable() }))
          .describe("deployments, the newest first"),
        recordedIn: z.object({ repository: z.string().nullable(), path: z.string().nullable() }),
        unknown: z.array(z.string()).describe("why figures are missing"),
        evidence: z.array(evidenceField),
      }),
    ),
    hiddenCount: z.int().describe("rows of other environments: withAll"),
    page: pageOutput,
  }),
  named: ({ component }) => component,
  answer: async (context, { component, environment, withAll, ...part }) => {
    const opened = await context.open();
    const { rows, hiddenCount } = await listDeliveries(opened, {
      assessment: opened.id,
      component: component ?? null,
      environment: environment ?? null,
      withAll,
    });
    const { shown, page, restLines } = pageOf(rows, part);
    const facts = await placedEvidence(
      opened.assessments,
      opened.id,
      shown.flatMap(({ evidenceIds }) => firstOf(evidenceIds, factsShown)),
    );
    const content = shown.map((row) => ({
      ...row,
      leadTimeSeconds: row.leadTimeSeconds?.committer ?? null,
      newest: row.points.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, pointsShown),
      recordedIn: {
        repository:
          row.recordedIn.repositoryId === null
            ? null
            : repositoryAddress(row.recordedIn.repositoryId),
        path: row.recordedIn.path,
      },
      evidence: firstOf(row.evidenceIds, factsShown).flatMap((id) => facts.get(id) ?? []),
    }));
    return {
      content: { delivery: content, hiddenCount, page },
      lines: [
        rows.length === 0
          ? "No deployment answers to that. The repository that holds deployment state was not read, or no event files are named in fulcrum.yaml."
          : `${counted(rows.length, "row answers", "rows answer")} to that.`,
        ...content.flatMap((row) => [
          `- ${figuresOf(row)}`,
          ...row.newest.map(
            ({ at, version, commit }) =>
              `    ${dayOf(at)}: ${version}${commit === null ? "" : `, commit ${commit.slice(0, 12)}`}`,
          ),
          ...row.evidence.map((fact) => `    ${evidenceLine(fact)}`),
          ...row.unknown.map((reason) => `    not known: ${reason}`),
        ]),
        ...restLines,
        ...(hiddenCount === 0
          ? []
          : [
              `${String(hiddenCount)} of environments other than production are left out: withAll.`,
            ]),
      ],
    };
  },
});

function figuresOf(
  row: Pick<
    DeliveryRow,
    "name" | "environment" | "level" | "deploymentsCount" | "perWeek" | "changeFailRate" | "id"
  > & { readonly leadTimeSeconds: { readonly p50: number; readonly p85: number } | null },
): string {
  const { perWeek, leadTimeSeconds: lead, changeFailRate: failed } = row;
  return [
    `${row.name}, ${row.environment}, by ${row.level}: ${counted(row.deploymentsCount, "time")} in the window`,
    perWeek === null ? "rate not known" : `${perWeek.toFixed(1)} a week`,
    lead === null
      ? "lead time not known"
      : `lead time ${durationOf(lead.p50)}, 85 % within ${durationOf(lead.p85)}`,
    failed === null
      ? "failures not known"
      : `failed ${String(failed.numerator)} of ${String(failed.denominator)} (${percentOf(failed.value)})`,
    `(${row.id})`,
  ].join("; ");
}
