import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { inputSchemaOf } from "#surfaces/mcp/json-schemas.ts";
import { resources } from "#surfaces/mcp/resources.ts";
import { tools } from "#surfaces/mcp/tools/index.ts";
import { projectRoot } from "../architecture/project-files.ts";

const property = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
});

/** What a property takes, in a few words. */
function kindOf(schema: z.infer<typeof property>): string {
  const { type = "any", enum: words, minimum, maximum } = schema;
  if (words !== undefined)
    return words.length > 12 ? `one of ${String(words.length)} words` : words.join(", ");
  const range = minimum === undefined ? "" : `, ${String(minimum)} to ${String(maximum)}`;
  return `${type}${range}`;
}

function parametersOf(schema: object): string[] {
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), property).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(schema);
  return Object.entries(properties).map(([name, one]) => {
    const rest = [
      kindOf(one),
      ...(required.includes(name) ? ["required"] : []),
      ...(one.default === undefined ? [] : [`${JSON.stringify(one.default)} by itself`]),
    ].join("; ");
    return `- \`${name}\` (${rest})${one.description === undefined ? "" : `: ${one.description}`}`;
  });
}

it("docs/mcp.md says what the tools and resources are", async () => {
  const about = tools.map(({ name, title, description, input, output }) =>
    [
      `### ${name}`,
      "",
      `${title}. ${description}`,
      "",
      ...(Object.keys(input.shape).length === 0
        ? ["Takes nothing."]
        : parametersOf(inputSchemaOf(input))),
      "",
      `Answers with ${Object.keys(output.shape)
        .map((key) => `\`${key}\``)
        .join(", ")}.`,
      "",
    ].join("\n"),
  );
  await expect(`# Agents

Written by \`npm run generate\` from the tools' own schemas.

\`fulcrum mcp\` lets an agent ask the last assessment, or a report (\`--report FILE\`), through the [Model Context
Protocol](https://modelcontextprotocol.io) over standard input and output. Agents start it themselves; most read a file such as

\`\`\`json
{
  "mcpServers": {
    "fulcrum": { "command": "fulcrum", "args": ["mcp", "--report", "/path/of/report.json"] }
  }
}
\`\`\`

It reads only. Standard output carries the protocol and nothing else; notes and failures go to standard error. Without an
assessment it ends with exit code 3 before the first message. It ends with its input, or when it is stopped, within a second. An
assessment made meanwhile is what it answers from next; a report that was named is read once.

## Over HTTP

\`fulcrum serve\` answers the same at \`POST /mcp/{organisation}\` (Streamable HTTP), about the current assessment of an organisation, on this
machine without signing in, elsewhere with a token of a viewer ([access.md](access.md)):

\`\`\`json
{
  "mcpServers": {
    "fulcrum": {
      "type": "http",
      "url": "https://fulcrum.example.org/mcp/line",
      "headers": { "Authorization": "Bearer fulcrum_…" }
    }
  }
}
\`\`\`

Each message is answered by itself, with JSON: there are no sessions and no streams, so that GET and DELETE are answered with 405. A body has at
most 1 MiB, and 20 messages.

## Answers

Each answer is text, and the same as structured content after the tool's own schema. Ids lead from one tool to the next, and at
last to \`explain\`, which shows repository, commit, path and line. Lists are cut, and say how to get the rest. A name that nothing
bears is answered with the nearest ones. Names, descriptions and quotes of repositories are said to be data, and cut of what a person
would not see: control characters, directions of writing, invisible letters.

## Tools

${about.join("\n")}
## Resources

Sections of the report as JSON, long lists cut: ${resources.map(({ uri }) => `\`${uri}\``).join(", ")}.
`).toMatchFileSnapshot(join(projectRoot, "docs", "mcp.md"));
});
