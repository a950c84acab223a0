import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import type { CapabilityRow } from "#operations/list-capabilities.ts";
import { counted } from "#kernel/phrases.ts";
import type { ReportSummary } from "#operations/summarise-report.ts";
import type { Screen } from "../terminal.ts";
import { capabilityColumns } from "./capabilities.ts";
import { fitText, wrapText } from "./fit-text.ts";
import { markdownTable, tableLines } from "./table.ts";

/** Lines that leave room for the command above and the prompt below on a screen of 24. */
export const summaryHeight = 22;
const indent = 10;
const listShown = 3;
/** A table of fewer says nothing. */
const leastRows = 3;

export interface SummaryPlaces {
  /** Files that were written, with what they are: `report` → path. */
  readonly written: readonly { readonly what: string; readonly path: string }[];
  /** A command to go on with. */
  readonly next: string;
}

/** Fits 80 × 24: what was read, the verdict and three proposals (else three findings), what would sharpen it, the report. */
export function summaryLines(
  summary: ReportSummary,
  places: SummaryPlaces,
  screen: Pick<Screen, "isWatched" | "width" | "style">,
): string[] {
  const { style, width } = screen;
  const block = (label: string, texts: readonly string[], hanging = ""): string[] =>
    texts
      .flatMap((text) =>
        wrapText(terminalText(text), width - indent - hanging.length).map((line, index) =>
          index === 0 ? line : `${hanging}${line}`,
        ),
      )
      .map((line, index) => `${style.dim((index === 0 ? label : "").padEnd(indent))}${line}`);
  const numbered = (label: string, texts: readonly string[]): string[] =>
    texts
      .slice(0, listShown)
      .flatMap((text, index) => block(index === 0 ? label : "", [`${index + 1}. ${text}`], "   "));
  const since = summary.changes === null ? "" : ` (${summary.changes})`;
  const head = [
    style.bold(fitText(terminalText(`${summary.title}${since}`), width)),
    "",
    ...block("Read", summary.read),
    "",
    ...(summary.verdict === null
      ? numbered(
          "Findings",
          summary.findings.map(({ text }) => text),
        )
      : [...block("Verdict", [summary.verdict]), "", ...numbered("Proposals", summary.proposals)]),
  ];
  const sharpen = summary.sharpen === null ? [] : block("Sharpen", [sharpenWords(summary.sharpen)]);
  const last = [
    ...places.written.flatMap(({ what, path }) => block(what, [path])),
    ...block("Next", [places.next]),
  ];
  // Where the verdict leaves no room, the report says the rest.
  const hasRoom = head.length + sharpen.length + last.length + 1 <= summaryHeight;
  const foot = summary.verdict === null || hasRoom ? [...sharpen, ...last] : last;
  const room = summaryHeight - head.length - foot.length - 3;
  const least = summary.verdict === null ? leastRows : 0;
  const rows = summary.capabilities.slice(0, room < leastRows ? least : room);
  const table = rows.length === 0 ? [] : ["", ...tableLines(capabilityColumns, rows, screen)];
  return [...head, ...table, "", ...foot];
}

/** The same as Markdown, with every finding and every capability in use, and how to get what it has no room for. */
export function summaryMarkdown(summary: ReportSummary, places: SummaryPlaces): string[] {
  const { capabilities, sharpen, changes, unusedCount } = summary;
  return [
    `# ${markdownText(summary.title)}`,
    "",
    ...summary.read.map((text) => `- ${markdownText(text)}`),
    "",
    ...(summary.verdict === null
      ? []
      : ["## Verdict", "", markdownText(summary.verdict), "", "## Proposals", ""]),
    ...summary.proposals.map((title, index) => `${index + 1}. ${markdownText(title)}`),
    ...(summary.proposals.length === 0 ? [] : [""]),
    "## Findings",
    "",
    ...summary.findings.map(({ text }, index) => `${index + 1}. ${markdownText(text)}`),
    "",
    ...(capabilities.length === 0
      ? []
      : [
          "## Capabilities",
          "",
          ...markdownTable<CapabilityRow>(capabilityColumns, capabilities),
          "",
        ]),
    ...(sharpen === null ? [] : [`To sharpen: ${markdownText(sharpenWords(sharpen))}`, ""]),
    ...(changes === null ? [] : [`Changed: ${markdownText(changes)}`, ""]),
    ...places.written.flatMap(({ what, path }) => [`${what}: ${markdownText(path)}`, ""]),
    `This is a summary. ${unusedCount === 0 ? "" : `${counted(unusedCount, "more capability", "more capabilities")} that nothing uses now: fulcrum capabilities --all. `}Everything that was found: --format json, or the report.`,
  ];
}

function sharpenWords({ count, what, sharpen }: NonNullable<ReportSummary["sharpen"]>): string {
  return `${count} ${what}. ${sharpen}`;
}
