import { z } from "zod";
import { findThings, matches, thingKinds } from "#operations/find-things.ts";
import { counted } from "#kernel/phrases.ts";
import { defineTool } from "../define-tool.ts";
import { asked, pageInput, pageOf, pageOutput } from "../fields.ts";

export const find = defineTool({
  name: "find",
  title: "Find things by name",
  description:
    "Looks up capabilities, components, teams, repositories and jobs whose name, id, package or earlier name holds a text. Start here when you have a name: the ids that it gives are taken by all other tools. Where nothing holds the text, it gives the nearest names.",
  input: z.strictObject({
    text: asked.describe("a name or a part of one, in any case; of a package also its purl"),
    kind: z.enum(thingKinds).optional().describe("only of this kind"),
    ...pageInput,
  }),
  output: z.object({
    things: z.array(
      z.object({
        kind: z.enum(thingKinds),
        id: z.string(),
        name: z.string(),
        about: z.string().nullable(),
        match: z.enum(matches).describe("near: nothing holds the text"),
      }),
    ),
    page: pageOutput,
  }),
  answer: async (context, { text, kind, ...part }) => {
    const opened = await context.open();
    const found = await findThings(opened, { assessment: opened.id, text, kind: kind ?? null });
    const { shown, page, restLines } = pageOf(found, part);
    const isNear = found[0]?.match === "near";
    return {
      content: { things: shown, page },
      lines: [
        isNear || found.length === 0
          ? `Nothing has ${text} in its name.${isNear ? " Nearest names:" : ""}`
          : `${counted(found.length, "thing has", "things have")} ${text} in a name.`,
        ...shown.map(
          ({ kind: what, id, name, about }) =>
            `- ${what} ${name}${about === null ? "" : `: ${about}`} (${id})`,
        ),
        ...restLines,
      ],
    };
  },
});
