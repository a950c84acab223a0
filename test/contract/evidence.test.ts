import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const words = z.string().trim().min(1);

const evidence = z.strictObject({
  figures: z.array(
    z.strictObject({
      topic: words,
      entries: z
        .array(
          z.strictObject({
            figure: words,
            value: words,
            note: words.optional(),
            /** Markdown: at least one command as code, with what must be said beside it. */
            command: words.regex(/`[^`]+`/),
            measured: z.iso.date(),
          }),
        )
        .min(1),
    }),
  ),
  benchmarks: z.array(z.strictObject({ question: words, command: words })),
});

const { figures, benchmarks } = evidence.parse(
  parse(
    readFileSync(join(import.meta.dirname, "..", "..", "docs", "evidence.yaml"), "utf8"),
  ) as unknown,
);
const entries = figures.flatMap((topic) => topic.entries);

it("every measured figure is told once", () => {
  expect(entries.length).toBeGreaterThan(40);
  expect(new Set(entries.map(({ figure }) => figure)).size).toBe(entries.length);
});

it("docs/evidence.md says what docs/evidence.yaml says", async () => {
  const topics = figures.map(({ topic, entries: told }) =>
    [
      `## ${topic}`,
      ...told.map(({ figure, value, note, command, measured }) =>
        [`### ${figure}`, value, ...(note === undefined ? [] : [note]), `${measured}: ${command}`]
          .map(wrapped)
          .join("\n\n"),
      ),
    ].join("\n\n"),
  );
  const asked = benchmarks.map(({ question, command }) => `- ${question}: \`${command}\``);
  await expect(`# Measured evidence

Each figure with the day on which it was measured and the command that produces it. Benchmarks print ratios against a peer or a
physical floor measured in the same run; corpora are arguments and are not in this repository. REPOS is a folder of clones:
measured on 31 repositories of a public organisation unless the entry says otherwise. A figure that has not been measured on the
present code is not here. What was found out beside the figures stands in [studies](evidence-studies.md).
Written by \`npm run generate\` from \`docs/evidence.yaml\`.

${topics.join("\n\n")}

## Benchmarks

Each has its usage in its first lines.

${asked.join("\n")}
`).toMatchFileSnapshot("../../docs/evidence.md");
});

/** Lines of at most 130 letters; a code span is never broken, for a blank in it counts. */
function wrapped(text: string): string {
  if (text.startsWith("#")) return text;
  const lines: string[] = [""];
  for (const word of text.match(/(?:`[^`]*`|[^`\s])+/g) ?? []) {
    const line = lines.at(-1) ?? "";
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= 130 || line === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join("\n");
}
