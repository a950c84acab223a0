import { z } from "zod";
import { percentOf } from "#kernel/phrases.ts";
import { readSections } from "#operations/read-sections.ts";
import { summariseReport } from "#operations/summarise-report.ts";
import { changeCauses } from "#vocabulary/report.ts";
import { leanings, verdictAnswers } from "#vocabulary/decision.ts";
import { cutLine, firstOf } from "../fields.ts";
import { defineTool } from "../define-tool.ts";

const mostChanges = 10;
const mostCapabilities = 10;

export const overview = defineTool({
  name: "overview",
  title: "The organisation at a glance",
  description:
    "What was read, whether a platform product manager is needed, how mature the platform is, the first proposals, the most telling findings, the most used capabilities, and what changed since the last assessment. Start here when you know nothing of the organisation yet.",
  input: z.strictObject({}),
  output: z.object({
    organisation: z.string(),
    asOf: z.string().describe("exclusive end of what was looked at, UTC, ISO 8601"),
    read: z.array(z.string()),
    verdict: z.object({
      answer: z.enum(verdictAnswers),
      leaning: z.enum(leanings),
      sentence: z.string(),
      neededChance: z.number().describe("0 to 1"),
      evidenceMass: z.number().describe("share of what could be looked at that was, 0 to 1"),
    }),
    maturity: z.array(
      z.object({
        aspect: z.string(),
        level: z.int().nullable().describe("1 to 4; null: not known"),
        levelName: z.string().nullable(),
      }),
    ),
    proposals: z.array(
      z.object({ id: z.string(), title: z.string(), likelyPersonHours: z.number() }),
    ),
    findings: z.array(z.object({ text: z.string(), subject: z.string().describe("for explain") })),
    capabilities: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          adoptersNow: z.int(),
          owners: z.array(z.string()),
        }),
      )
      .describe("the most used first"),
    changes: z.array(
      z.object({
        subject: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        because: z.enum(changeCauses),
        evidenceIds: z.array(z.string()).describe("for explain"),
      }),
    ),
    changesCount: z.int(),
    sharpen: z.string().nullable().describe("what would sharpen the answers most"),
  }),
  answer: async (context) => {
    const opened = await context.open();
    const { id: assessment } = opened;
    const summary = await summariseReport(opened, { assessment });
    const names = ["signals", "maturity", "lenses", "changes", "organisation"] as const;
    const report = await readSections(opened, { assessment, names });
    const { verdict } = report.signals;
    const proposals = firstOf(report.lenses.platform, 3);
    const changes = firstOf(report.changes, mostChanges);
    const capabilities = firstOf(summary.capabilities, mostCapabilities);
    const sharpen =
      summary.sharpen === null
        ? null
        : `${String(summary.sharpen.count)} ${summary.sharpen.what}. ${summary.sharpen.sharpen}`;
    return {
      content: {
        organisation: report.organisation.name,
        asOf: report.asOf,
        read: summary.read,
        verdict: { ...verdict, neededChance: verdict.chances.needed },
        maturity: report.maturity.aspects,
        proposals: proposals.map((one) => ({
          ...one,
          likelyPersonHours: one.atStakePersonHours.likely,
        })),
        findings: summary.findings,
        capabilities,
        changes,
        changesCount: report.changes.length,
        sharpen,
      },
      lines: [
        summary.title,
        ...summary.read.map((line) => `Read: ${line}`),
        `Verdict: ${summary.verdict ?? "not looked at"}`,
        `Needed now ${percentOf(verdict.chances.needed)}, soon ${percentOf(verdict.chances.soon)}, not yet ${percentOf(verdict.chances["not-yet"])}; signals opens it.`,
        ...report.maturity.aspects.map(
          ({ aspect, level, levelName }) =>
            `Maturity, ${aspect}: ${level === null ? "not known" : `${String(level)} of 4, ${levelName ?? ""}`}`,
        ),
        ...proposals.map((one) => `Proposal: ${one.title} (${one.id})`),
        ...summary.findings.map(({ text, subject }) => `Finding: ${text} (${subject})`),
        ...capabilities.map(
          (one) =>
            `Capability: ${one.name}, used by ${String(one.adoptersNow)} components (${one.id})`,
        ),
        ...cutLine(summary.capabilities.length, capabilities.length, "capabilities lists them"),
        summary.changes === null
          ? "There is no earlier assessment to compare with."
          : `Changed: ${summary.changes}`,
        ...changes.map(
          (one) => `- ${one.subject}: ${one.before ?? "nothing"} → ${one.after ?? "nothing"}`,
        ),
        ...cutLine(
          report.changes.length,
          changes.length,
          "the resource fulcrum://sections/changes",
        ),
        ...(sharpen === null ? [] : [`To sharpen: ${sharpen}`]),
      ],
    };
  },
});
