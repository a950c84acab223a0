import { describe, expect, it } from "vitest";
import { codeFiles } from "./project-files.ts";

const shipped = codeFiles.filter(({ path }) => /^(?:src|web\/src)\//.test(path));
const surfaces = shipped.filter(({ path }) => path.startsWith("src/surfaces/cli/"));

/** Functions that make text of strangers safe for one medium, or are made of them: what they give back may be written. */
const safe =
  /\b(?:terminalText|terminalJson|markdownText|markdownTable|tableLines|explanationLines|explanationMarkdown|maturityMarkdown|interviewForm)\(/;

/** Written as it stands, with why that is right. */
const asItStands: Readonly<Record<string, string>> = {
  'src/surfaces/cli/run.ts: help.join("")': "our own help",
  "src/surfaces/cli/run.ts: text": "our own help",
  "src/surfaces/cli/ask.ts: prompt": "our own questions",
  "src/surfaces/cli/terminal.ts: `${text}\\n`": "the one place where lines end",
  "src/surfaces/cli/failure.ts: `${failure.code}, exit code ${failure.exitCode}`": "closed lists",
  "src/surfaces/cli/guard-command.ts: bytes,": "what the thread of the command has written",
  "src/surfaces/cli/live-line.ts: hideCursor": "our own sequence",
  "src/surfaces/cli/live-line.ts: clearLine": "our own sequences",
  "src/surfaces/cli/live-line.ts: text": "made safe by the log of the session",
  "src/surfaces/cli/progress.ts: text": "made safe by the log of the session",
  "src/surfaces/cli/progress.ts: `${label}: ${total} ${unit}`": "our own words and numbers",
  "src/surfaces/cli/progress.ts: `${stretch.label}: ${done} of ${stretch.total} ${stretch.unit} (${tenths * 10} %)${left}`,":
    "our own words and numbers",
  "src/surfaces/cli/commands/duplicates.ts: `${counted(": "numbers",
  "src/surfaces/cli/commands/interview.ts: `${out.style.dim(": "our own questions",
  "src/surfaces/cli/commands/interview.ts: ` ${String(number + 1)} ${choice.text}`":
    "our own choices",
  "src/surfaces/cli/commands/interview.ts: `A number from 1": "a number",
  "src/surfaces/cli/commands/assess.ts: lines.join(": "from format/summary.ts",
  "src/surfaces/cli/commands/assess.ts: text": "from format/summary.ts, or terminalJson",
  "src/surfaces/cli/commands/slo.ts: written.text": "YAML, escaped where it is written",
  "src/surfaces/cli/commands/documents.ts: text.trimEnd()": "from operations/documents",
  "src/surfaces/cli/commands/decision.ts: table.join(": "from format/table.ts",
  "src/surfaces/cli/commands/serve.ts: line": "made safe by service-log.ts",
  "src/surfaces/cli/commands/worker.ts: line": "made safe by service-log.ts",
  "src/surfaces/cli/commands/version.ts: `": "versions of programs",
};

/** Where what an agent reads is made: answers and refusals of tools, resources, and what the protocol says of failures. */
const agentWriters = [
  "src/surfaces/mcp/agent-text.ts",
  "src/surfaces/mcp/create-server.ts",
  "src/surfaces/mcp/resources.ts",
  "src/surfaces/mcp/tool-result.ts",
];

/** What is handed to each call that writes. */
function written(text: string): string[] {
  return [...text.matchAll(/\.(?:line|write)\(/g)].flatMap(({ index, 0: call }) => {
    let depth = 1;
    let at = index + call.length;
    for (; depth > 0 && at < text.length; at++)
      depth += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
    const argument = text
      .slice(index + call.length, at - 1)
      .replace(/\s+/g, " ")
      .trim();
    return /[a-z$]/i.test(argument.replace(/"[^"]*"/g, "")) ? [argument] : [];
  });
}

describe("text of strangers", () => {
  it("is written to a terminal or a document by nothing that did not make it safe", () => {
    const wrong = surfaces.flatMap(({ path, text }) =>
      written(text)
        .filter((argument) => !safe.test(argument))
        .filter(
          (argument) =>
            !Object.keys(asItStands).some((one) => `${path}: ${argument}`.startsWith(one)),
        )
        .map((argument) => `${path}: ${argument}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no exception that is no longer needed", () => {
    const all = surfaces.flatMap(({ path, text }) => written(text).map((one) => `${path}: ${one}`));
    const idle = Object.keys(asItStands).filter((one) => !all.some((call) => call.startsWith(one)));
    expect(idle).toEqual([]);
  });

  it("finds a writer that does not", () => {
    expect(written('out.line(`Owner: ${one.name}`); out.line("fixed"); out.line();')).toEqual([
      "`Owner: ${one.name}`",
    ]);
  });

  it.each([
    ["HTML", /&(?:lt|gt|quot|#39);/, ["src/operations/documents/foreign-text.ts"]],
    ["Markdown", /\[\\\\`/, ["src/operations/documents/foreign-text.ts"]],
    ["agents", /\b(?:agentText|agentValue)\((?!text: string|value: unknown)/, agentWriters],
    // What the service takes is named in a file of its own, which writes none.
    [
      "spreadsheets",
      /text\/csv|\[=\+/,
      ["src/operations/ingesting/media-types.ts", "web/src/ui/csv.ts", "web/src/ui/save.ts"],
    ],
  ])("is made safe for %s in one place", (_medium, mark, places) => {
    const found = shipped.filter(({ text }) => mark.test(text)).map(({ path }) => path);
    expect(found.toSorted()).toEqual([...places].toSorted());
  });

  it("reaches agents by way of those places alone: nothing else makes content of the protocol", () => {
    const makes =
      /type: "(?:text|resource|resource_link)"|structuredContent:|contents: \[|new McpError\(|sendLoggingMessage/;
    const found = shipped.filter(({ text }) => makes.test(text)).map(({ path }) => path);
    expect(found.toSorted()).toEqual(agentWriters.slice(1));
    // A message of a failure that is not made of our own words alone goes through `agentText`.
    const thrown = shipped
      .filter(({ path }) => path.startsWith("src/surfaces/mcp/"))
      .flatMap(({ text }) => [...text.matchAll(/new McpError\([^;]*?\);/gs)].map(([one]) => one))
      .flatMap((one) => [...one.matchAll(/\$\{([^}]*)\}/g)].map(([, value = ""]) => value))
      .filter((value) => !/^agentText\(|^(?:tools|resources)\.map\(/.test(value));
    expect(thrown).toEqual([]);
  });

  it.each([
    [
      "rules of Prometheus",
      /\b(?:annotations|labels): (?!Readonly|texts\(|identity\b)/,
      /alert-rules\.ts$/,
    ],
    ["messages of SARIF", /\bpath\}|Id\)\}/, /sarif\.ts$/],
  ])("goes into %s through its function only", (_medium, raw, where) => {
    const files = shipped.filter(({ path }) => where.test(path) && !path.includes("/operations/"));
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap(({ path, text }) =>
      text
        .split("\n")
        .filter((line) => raw.test(line) && !/sarifText|uri|path: `/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(wrong).toEqual([]);
  });
});
