import type { RefusedRecord, UsabilityFinding } from "#evidence/declared.ts";
import { withoutPersons, withoutPersonsOrNull } from "#evidence/without-persons.ts";
import type { FindingSeverity } from "#vocabulary/declared.ts";
import { instantOf, looseFields } from "../declared-values.ts";
import { readRows, type Row, type Rows } from "../rows.ts";
import { textOf } from "../untrusted-value.ts";

export interface FindingsRead {
  readonly findings: readonly UsabilityFinding[];
  readonly refused: readonly RefusedRecord[];
}

type Fields = ReadonlyMap<string, unknown>;

/** Words of the usual scales, and Nielsen's numbers; 0 says that it is no problem. */
const severities: readonly (readonly [words: RegExp, severity: FindingSeverity])[] = [
  [/^(?:4|critical|catastroph(?:e|ic)|blocker|blocking|show ?stopper)$/i, "critical"],
  [/^(?:3|serious|severe|major|high)$/i, "serious"],
  [/^(?:2|minor|moderate|medium)$/i, "minor"],
  [/^(?:1|cosmetic|low|trivial)$/i, "cosmetic"],
];
const doneState = /^(?:closed|done|resolved|fixed|mended|shipped|won.?t (?:do|fix))$/i;
/** Where exports put the list. */
const lists = ["findings", "issues", "items", "results", "records", "data"];

/**
 * Usability findings from CSV, JSON, YAML or NDJSON: component (or product, capability, about), finding, severity, source and date,
 * and where they are known screen, users (5, or 5 of 8), participants, resolved and id. Who took part, who found it and any other
 * field is not kept. The same id, or the same finding of one day, counts once, the later record.
 */
export function readFindings(path: string, text: string): FindingsRead {
  const { rows, problems } = rowsOf(path, text);
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs: "One record for each finding: component, finding, severity, source, date.",
  }));
  const findings = new Map<string, UsabilityFinding>();
  const undated: Row[] = [];
  for (const row of rows) {
    const fields = looseFields(row.value);
    const read = findingOf(fields, { file: path, line: row.line });
    if (typeof read === "string") {
      refused.push({
        where: { file: path, line: row.line },
        text: read,
        needs:
          "Mend the record: component, finding, severity (critical, serious, minor, cosmetic), source and date.",
      });
      continue;
    }
    const { about, screen, finding, foundAt, resolvedAt } = read;
    const id = said(fields, "id", "key");
    findings.set(id ?? JSON.stringify([about, screen, finding, foundAt]), read);
    const state = said(fields, "status", "state") ?? "";
    if (resolvedAt === null && doneState.test(state)) undated.push(row);
  }
  const [first] = undated;
  if (first !== undefined)
    refused.push({
      where: { file: path, line: first.line },
      text: `${String(undated.length)} of its findings are mended and do not say since when: they count as open`,
      needs: "Add a column named resolved.",
    });
  return { findings: [...findings.values()], refused };
}

function rowsOf(path: string, text: string): Rows {
  const whole = readRows(path, text, null);
  if (whole.rows.length > 0) return whole;
  for (const place of lists) {
    if (!text.includes(place)) continue;
    const found = readRows(path, text, place);
    if (found.rows.length > 0) return found;
  }
  return whole;
}

/** The finding, or why there is none. */
function findingOf(fields: Fields, where: UsabilityFinding["where"]): UsabilityFinding | string {
  const about = said(fields, "component", "product", "capability", "about", "application");
  const finding = said(fields, "finding", "problem", "issue", "observation", "title", "summary");
  const severity = severityOf(said(fields, "severity", "rating"));
  const source = said(fields, "source", "study", "method", "session");
  const foundAt = timeOf(fields, "date", "found", "foundat", "foundon", "at", "opened", "created");
  const resolvedAt = timeOf(fields, "resolved", "resolvedat", "fixed", "mended", "closed");
  const users = usersOf(fields);
  if (about === null) return "the record names no component";
  if (finding === null) return "the record says no finding";
  if (severity === undefined) return "its severity is none of critical, serious, minor, cosmetic";
  if (source === null) return "it does not say where the finding is from";
  if (foundAt === null) return "it does not say when it was found";
  if (foundAt === undefined || resolvedAt === undefined)
    return "a time cannot be read: write 2026-03-31 (31/03/2026 may be read in two ways)";
  if ((resolvedAt ?? foundAt) < foundAt) return "it was mended before it was found";
  if (users === undefined) return "its users are no number: write how many met it, 5 or 5 of 8";
  return {
    about: withoutPersons(about),
    screen: withoutPersonsOrNull(said(fields, "screen", "page", "view", "step")),
    finding: withoutPersons(finding),
    severity,
    ...users,
    source: withoutPersons(source),
    foundAt,
    resolvedAt,
    where,
  };
}

function severityOf(written: string | null): FindingSeverity | undefined {
  return severities.find(([words]) => words.test(written ?? ""))?.[1];
}

/** Undefined: written, and no number of people, or more than took part. */
function usersOf(fields: Fields): Pick<UsabilityFinding, "users" | "participants"> | undefined {
  const written = said(fields, "users", "affected", "usersaffected", "affectedusers");
  const [, met, together] =
    /^(\d{1,9})(?:\s{0,3}(?:of|\/)\s{0,3}(\d{1,9}))?$/.exec(written ?? "") ?? [];
  if (written !== null && met === undefined) return undefined;
  const tested = together ?? said(fields, "participants", "of", "tested");
  if (tested !== null && !/^\d{1,9}$/.test(tested)) return undefined;
  const users = met === undefined ? null : Number(met);
  const participants = tested === null ? null : Number(tested);
  return users !== null && participants !== null && users > participants
    ? undefined
    : { users, participants };
}

/** The first field that says something. */
function said(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = textOf(fields.get(name));
    if (found !== null) return found;
  }
  return null;
}

/** Undefined: one is written and cannot be read. */
function timeOf(fields: Fields, ...names: readonly string[]): number | null | undefined {
  return instantOf(said(fields, ...names));
}
