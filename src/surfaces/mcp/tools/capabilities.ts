import { z } from "zod";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { listCapabilities } from "#operations/list-capabilities.ts";
import { capabilityKinds, lifecycles } from "#vocabulary/structure.ts";
import { asked, pageInput, pageOf, pageOutput } from "../fields.ts";
import { defineTool } from "../define-tool.ts";

export const capabilities = defineTool({
  name: "capabilities",
  title: "What the platform offers",
  description:
    "Lists what the organisation's repositories offer to others, the most used first: kind, owners, newest version, how many use it of how many could, how many are on the newest major version, how many left. describe opens one, consumers says who uses it.",
  input: z.strictObject({
    kind: z.enum(capabilityKinds).optional().describe("only of this kind"),
    owner: asked.optional().describe("only of this team"),
    withUnused: z.boolean().default(false).describe("also those that nothing ever used"),
    ...pageInput,
  }),
  output: z.object({
    capabilities: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(capabilityKinds),
        owners: z.array(z.string()),
        lifecycle: z.enum(lifecycles),
        latestVersion: z.string().nullable(),
        adoptersNow: z.int(),
        adoptersEver: z.int(),
        eligibleCount: z.int().nullable(),
        rate: z.number().nullable().describe("adopters of those that could use it, 0 to 1"),
        onNewestMajor: z
          .object({ major: z.string(), numerator: z.int(), denominator: z.int() })
          .nullable(),
        leftCount: z.int(),
      }),
    ),
    hiddenCount: z.int().describe("that nothing ever used: withUnused shows them"),
    page: pageOutput,
  }),
  answer: async (context, { kind, owner, withUnused, ...part }) => {
    const opened = await context.open();
    const { rows, hiddenCount } = await listCapabilities(opened, {
      assessment: opened.id,
      kind: kind ?? null,
      owner: owner ?? null,
      withUnused,
    });
    const { shown, page, restLines } = pageOf(rows, part);
    return {
      content: { capabilities: shown, hiddenCount, page },
      lines: [
        `${counted(rows.length, "capability answers", "capabilities answer")} to that.`,
        ...shown.map((one) => {
          const newest = one.onNewestMajor;
          return [
            `- ${one.name}, ${one.kind}, ${one.lifecycle}`,
            `owner ${one.owners.length === 0 ? "not known" : some(one.owners, 3)}`,
            `version ${one.latestVersion ?? "not known"}`,
            `used by ${counted(one.adoptersNow, "component")}, ever ${String(one.adoptersEver)}`,
            one.rate === null ? "rate not known" : `${percentOf(one.rate)} of those that could`,
            newest === null
              ? "majors not known"
              : `${String(newest.numerator)} of ${String(newest.denominator)} on major ${newest.major}`,
            `(${one.id})`,
          ].join("; ");
        }),
        ...restLines,
        ...(hiddenCount === 0
          ? []
          : [`${String(hiddenCount)} that nothing ever used are left out: withUnused.`]),
      ],
    };
  },
});
