import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import type { Explanation, ExplainedEvidence } from "#sections/explanation/explanation.ts";
import { counted, dayOf } from "#kernel/phrases.ts";
import type { Screen } from "../terminal.ts";
import { wrapText } from "./fit-text.ts";

const indent = 20;

/** Headings, facts, reasons, unknowns, related ids and evidence, each list cut at `most`. */
export function explanationLines(
  explanation: Explanation,
  most: number,
  { style, width, isWatched }: Pick<Screen, "style" | "width" | "isWatched">,
): string[] {
  const room = isWatched ? width : Number.MAX_SAFE_INTEGER;
  const wrapped = (text: string, margin: number): string[] =>
    wrapText(terminalText(text), Math.max(20, room - margin)).map(
      (line) => `${" ".repeat(margin)}${line}`,
    );
  const fact = (label: string, value: string): string[] =>
    wrapped(value, indent).map((line, index) =>
      index === 0
        ? `${style.dim(label.length < indent ? label.padEnd(indent) : `${label}  `)}${line.slice(indent)}`
        : line,
    );
  const heading = (text: string): string[] => ["", style.bold(text)];
  return [
    style.bold(terminalText(explanation.title)),
    style.dim(terminalText(explanation.id)),
    ...explanation.facts.flatMap(({ label, value }) => fact(label, value)),
    ...(explanation.note === null ? [] : wrapped(explanation.note, 0)),
    ...listed(explanation.reasons, most, heading("Reasons, with their weight"), (text) =>
      wrapped(text, 2),
    ),
    ...listed(explanation.unknown, most, heading("Unknown"), ({ place, reason, needs }) =>
      wrapped(`${place}: ${sentence(reason)} To know it: ${sentence(needs)}`, 2),
    ),
    ...listed(explanation.related, most, heading("Leads to"), ({ id, text }) => [
      ...wrapped(text, 2),
      `    ${style.dim(terminalText(id))}`,
    ]),
    ...listed(
      explanation.evidence,
      most,
      heading(`Evidence: ${counted(explanation.evidence.length, "fact")}`),
      (item) => [
        ...wrapped(evidenceText(item), 2),
        // Commands stay whole on one line: they are there to be copied.
        ...(item.command === null ? [] : [`    ${style.dim(item.command)}`]),
      ],
    ),
  ];
}

export function explanationMarkdown(explanation: Explanation, most: number): string[] {
  const { evidence, facts, id, note, reasons, related, title, unknown } = explanation;
  const bullet = (text: string): string[] => [`- ${markdownText(text)}`];
  const heading = (text: string): string[] => ["", `## ${text}`, ""];
  return [
    `# ${markdownText(title)}`,
    "",
    ...facts.flatMap(({ label, value }) => bullet(`${label}: ${value}`)),
    ...bullet(`id: ${id}`),
    ...(note === null ? [] : ["", markdownText(note)]),
    ...listed(reasons, most, heading("Reasons, with their weight"), bullet),
    ...listed(unknown, most, heading("Unknown"), (one) =>
      bullet(`${one.place}: ${sentence(one.reason)} To know it: ${sentence(one.needs)}`),
    ),
    ...listed(related, most, heading("Leads to"), (one) => bullet(`${one.text} (${one.id})`)),
    ...listed(evidence, most, heading("Evidence"), (item) => [
      ...bullet(evidenceText(item)),
      ...(item.command === null ? [] : [`  ${markdownText(item.command)}`]),
    ]),
  ];
}

function listed<Item>(
  items: readonly Item[],
  most: number,
  heading: readonly string[],
  lines: (item: Item) => readonly string[],
): string[] {
  if (items.length === 0) return [];
  const hidden = items.length - most;
  return [
    ...heading,
    ...items.slice(0, most).flatMap(lines),
    ...(hidden > 0 ? [`  … and ${hidden} more: --all`] : []),
  ];
}

/** 3 Mar 2026, manifests, observed: gem line added (Gemfile:14) */
function evidenceText(item: ExplainedEvidence): string {
  const place =
    item.path === null ? "" : ` (${item.path}${item.line === null ? "" : `:${item.line}`})`;
  const when = item.at === null ? "undated" : dayOf(item.at);
  const how = item.how === "inferred" ? `inferred, ${item.confidence}` : item.how;
  return `${when}, ${item.source}, ${how}: ${item.text}${place}`;
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
