import type { DemandRequest, RefusedRecord, RequestKind } from "#evidence/declared.ts";
import { instantOf, looseFields } from "../declared-values.ts";
import { readRows, type Row } from "../rows.ts";
import { isRecord, textOf } from "../untrusted-value.ts";

export interface RequestsRead {
  readonly requests: readonly DemandRequest[];
  readonly refused: readonly RefusedRecord[];
}

const kinds: readonly (readonly [words: RegExp, kind: RequestKind])[] = [
  [/\bfriction\b|papercut/i, "friction"],
  [/\btool(?:ing|s)?\b|\bci\b|\bbuild\b|\bpipeline\b|developer experience|\bdx\b/i, "tooling"],
  [/platform|infrastructure|tech(?:nical)? debt|maintenance|migration/i, "platform"],
  [/feature|enhancement|story/i, "feature"],
  [/support|question|help/i, "support"],
];

/**
 * Requests from CSV, JSON, YAML or NDJSON: id, title, kind (or labels), team, about (or capability, component), opened,
 * answered, closed; the fields of a forge's issues (`number`, `created_at`, `closed_at`, `labels`) are understood. The same id
 * twice counts once, the later record.
 */
export function readRequests(path: string, text: string): RequestsRead {
  const { rows, problems } = readRows(path, text, null);
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs: "One record for each request, with id, title and opened.",
  }));
  const requests = new Map<string, DemandRequest>();
  for (const row of rows) {
    const request = requestOf(row, path);
    if (typeof request === "string") {
      const needs = "Mend the record: id, title and opened are needed, times as 2026-03-01.";
      refused.push({ where: { file: path, line: row.line }, text: request, needs });
    } else requests.set(request.id, request);
  }
  return { requests: [...requests.values()], refused };
}

/** The request, or why there is none. */
function requestOf({ value, line }: Row, path: string): DemandRequest | string {
  const fields = looseFields(value);
  const pick = (...names: readonly string[]): unknown =>
    names.map((name) => fields.get(name)).find((one) => textOf(one) !== null);
  const id = textOf(pick("id", "number", "key", "iid"));
  const title = textOf(pick("title", "summary", "problem"));
  const openedAt = instantOf(pick("opened", "openedat", "createdat", "created"));
  const answeredAt = instantOf(pick("answered", "answeredat", "firstresponseat"));
  const closedAt = instantOf(pick("closed", "closedat", "resolvedat", "done"));
  if (id === null) return "the request has no id";
  if (title === null) return "the request has no title";
  if (openedAt === null || openedAt === undefined)
    return "it does not say when the request was opened";
  if (answeredAt === undefined || closedAt === undefined) return "a time cannot be read";
  if ((answeredAt ?? openedAt) < openedAt || (closedAt ?? openedAt) < openedAt)
    return "it was answered or closed before it was opened";
  return {
    id,
    title,
    kind: kindOf(textOf(pick("kind", "type", "category")), labelsOf(fields.get("labels"))),
    team: textOf(pick("team", "requester", "requestedby")),
    about: textOf(pick("about", "capability", "component", "service")),
    openedAt,
    answeredAt,
    closedAt,
    where: { file: path, line },
  };
}

/** Names of labels: a list of texts or of records with a name, or one text with commas. */
function labelsOf(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value) ?? "";
  return value.flatMap((one) => textOf(isRecord(one) ? one["name"] : one) ?? []).join(" , ");
}

function kindOf(said: string | null, labels: string): RequestKind {
  for (const text of [said ?? "", labels]) {
    const found = kinds.find(([words]) => words.test(text));
    if (found !== undefined) return found[1];
  }
  return "unknown";
}
