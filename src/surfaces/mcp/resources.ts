import type { ReadResourceResult, Resource } from "@modelcontextprotocol/sdk/types.js";
import { readSections } from "#operations/read-sections.ts";
import type { OpenedSection } from "#sections/report-index.ts";
import { sections } from "#sections/index.ts";
import { agentValue, dataNotice } from "./agent-text.ts";
import type { ToolContext } from "./define-tool.ts";

/** Characters of JSON: what an agent can take in at once, generously. */
const mostCharacters = 200_000;
const scheme = "fulcrum://sections/";

/** Facts are asked for one by one, of explain. */
const opened = sections.flatMap(({ name, noun }) =>
  name === "evidence" ? [] : [{ name, noun } satisfies { name: OpenedSection; noun: string }],
);

/** A section of the report each. */
export const resources: readonly Resource[] = opened.map(({ name, noun }) => ({
  uri: `${scheme}${name}`,
  name,
  title: `Section ${name} of the report`,
  description: `All that the report says there as JSON; it rests on a number of ${noun} entries. Long lists are cut.`,
  mimeType: "application/json",
}));

/** The section that an address names; null: there is none. */
export async function readResource(
  context: ToolContext,
  uri: string,
): Promise<ReadResourceResult | null> {
  const wanted = opened.find(({ name }) => `${scheme}${name}` === uri)?.name;
  if (wanted === undefined) return null;
  const assessment = await context.open();
  const { sections: described, ...rest } = await readSections(assessment, {
    assessment: assessment.id,
    names: [wanted],
  });
  const { unknown, ...description } = described[wanted];
  const { content, cut } = cutToFit({ ...description, ...rest, unknown }, mostCharacters);
  const text = JSON.stringify(agentValue({ notice: dataNotice, cut, ...content }));
  return { contents: [{ uri, mimeType: "application/json", text }] };
}

/** Each list as far as there is room, the first lists first, with how many were left out. */
function cutToFit(
  whole: object,
  room: number,
): { content: Record<string, unknown>; cut: Record<string, string> } {
  const cut: Record<string, string> = {};
  let left = room;
  const fitting = (value: unknown, name: string): unknown => {
    if (!Array.isArray(value)) {
      if (typeof value === "object" && value !== null && sizeOf(value) > left)
        return Object.fromEntries(
          Object.entries(value).map(([key, one]: [string, unknown]) => [
            key,
            fitting(one, `${name}/${key}`),
          ]),
        );
      left -= sizeOf(value);
      return value;
    }
    const kept: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      const size = sizeOf(item);
      if (size > left) break;
      left -= size;
      kept.push(item);
    }
    if (kept.length < value.length)
      cut[name] =
        `${String(kept.length)} of ${String(value.length)} shown: the tools list the rest`;
    return kept;
  };
  const content = Object.fromEntries(
    Object.entries(whole).map(([key, value]: [string, unknown]) => [key, fitting(value, key)]),
  );
  return { content, cut };
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}
