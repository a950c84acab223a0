import type { DemandRequest, RefusedRecord, RequestKind } from "#evidence/declared.ts";
import { withoutPersons, withoutPersonsOrNull } from "#evidence/without-persons.ts";
import { instantOf, teamOf } from "../declared-values.ts";
import { jsonSequence } from "../json-sequence.ts";
import { readRows, readRowsAt, type Row, type Rows } from "../rows.ts";
import {
  idOf,
  isPullRequest,
  labelsOf,
  requestFields,
  said,
  type RequestFields,
} from "./request-fields.ts";
import { isRecord } from "../untrusted-value.ts";
import { wrappedPlaces, type Wrapping } from "../wrapped-lists.ts";

export interface RequestsRead {
  readonly requests: readonly DemandRequest[];
  readonly refused: readonly RefusedRecord[];
}

const kinds: readonly (readonly [words: RegExp, kind: RequestKind])[] = [
  [/\bfriction\b|papercut/i, "friction"],
  [/\btool(?:ing|s)?\b|\bci\b|\bbuild\b|\bpipeline\b|developer experience|\bdx\b/i, "tooling"],
  [/platform|infrastructure|tech(?:nical)? debt|maintenance|migration/i, "platform"],
  [/feature|enhancement|story|improvement|proposal|wish|\bideas?\b/i, "feature"],
  [/support|question|help|\bq ?& ?a\b|service request/i, "support"],
];

/** Where APIs put the list that they were asked for. What has a title is a request, whatever lists it holds. */
const wrapping: Wrapping = {
  lists:
    "issues items results result records nodes edges value values tickets data cards tasks ideas features posts requests stories discussions bugs".split(
      " ",
    ),
  marks: ["title", "summary", "subject", "fields"],
};

/**
 * Requests from CSV, JSON, YAML or NDJSON: id, title, kind (or labels), team, about (or capability, component), opened,
 * answered, closed; the fields of GitHub, GitLab, Gitea, Jira, Linear, Azure Boards, ServiceNow and their like are understood, as their API
 * answers, page by page, and as they export. Where no record has an id, each is told by its place. Pull requests among them are none. The same id twice counts once, the later record.
 */
export function readRequests(path: string, text: string): RequestsRead {
  const { rows, problems } = listOf(path, text);
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs: "One record for each request, with id, title and opened.",
  }));
  const requests = new Map<string, DemandRequest>();
  const pulls: Row[] = [];
  const done: Row[] = [];
  const written = rows.map((row) => ({ row, fields: requestFields(row.value) }));
  const hasIds = written.some(({ fields }) => idOf(fields) !== null);
  for (const { row, fields } of written) {
    if (isPullRequest(fields)) {
      pulls.push(row);
      continue;
    }
    const request = requestOf(fields, { file: path, line: row.line }, hasIds);
    if (typeof request === "string") {
      const needs = "Mend the record: id, title and opened are needed, times as 2026-03-31.";
      refused.push({ where: { file: path, line: row.line }, text: request, needs });
      continue;
    }
    requests.set(request.id, request);
    if (request.closedAt === null && isDone(fields)) done.push(row);
  }
  const [unending] = done;
  if (unending !== undefined)
    refused.push({
      where: { file: path, line: unending.line },
      text: `${String(done.length)} of its records are done and do not say since when: they count as open`,
      needs: "Export when they were closed as well.",
    });
  const [first] = pulls;
  if (first !== undefined)
    refused.push({
      where: { file: path, line: first.line },
      text: `${String(pulls.length)} of its records are pull or merge requests: they ask for nothing and do not count`,
      needs: "Nothing: the others count.",
    });
  return { requests: [...requests.values()], refused };
}

/** The records of the file, or of the list that an API's answer wraps. */
function listOf(path: string, text: string): Rows {
  const several = /\.json$/i.test(path) ? jsonSequence(text) : null;
  if (several !== null) {
    let at = 0;
    let line = 0;
    const parts = several.map((one) => {
      const start = text.indexOf(one, at);
      line += text.slice(at, start).split("\n").length - 1;
      const { rows, problems } = listOf(path, one);
      const before = line;
      line += one.split("\n").length - 1;
      at = start + one.length;
      return {
        rows: rows.map((row) => ({ ...row, line: row.line + before })),
        problems: problems.map((each) => ({ ...each, line: (each.line ?? 1) + before })),
      };
    });
    return {
      rows: parts.flatMap((one) => one.rows),
      problems: parts.flatMap((one) => one.problems),
    };
  }
  if (/\.json$/i.test(path)) {
    const found = readRowsAt(text, (value) => wrappedPlaces(value, wrapping));
    if (found.rows.length > 0) return found;
  }
  return readRows(path, text, null);
}

const openState =
  /^(?:open|opened|reopened|new|to ?do|backlog|triage|in progress|on hold|active|unconfirmed|confirmed|assigned)$/i;

const doneState =
  /^(?:closed|done|completed?|resolved|shipped|solved|fixed|released|cancell?ed|declined|rejected|won.?t (?:do|fix)|closed complete)$/i;

function stateOf(fields: RequestFields): string {
  return said(fields, "state", "status", "system.state", "ideastatus", "currentstatus") ?? "";
}

/** Some say by a yes or no that it is over; of a status, `is_closed`. */
function isDone(fields: RequestFields): boolean {
  if (doneState.test(stateOf(fields))) return true;
  const status = fields.get("status");
  return (
    (isRecord(status) && status["is_closed"] === true) ||
    ["closed", "completed", "done", "resolved", "isclosed", "iscompleted"].some((name) =>
      /^(?:true|yes)$/i.test(said(fields, name) ?? ""),
    )
  );
}

/** The request, or why there is none. */
function requestOf(
  fields: RequestFields,
  where: DemandRequest["where"],
  hasIds: boolean,
): DemandRequest | string {
  const id = hasIds ? idOf(fields) : `${where.file}:${String(where.line)}`;
  const title = said(
    fields,
    "title",
    "summary",
    "subject",
    "problem",
    "shortdescription",
    "system.title",
    "ideaname",
    "cardname",
    "taskname",
    "name",
  );
  const opened = timeOf(fields, openedNames);
  const openedAt = opened === null ? createdByTrello(fields) : opened;
  const answeredAt = timeOf(fields, [
    "answered",
    "answeredat",
    "firstresponseat",
    "firstrespondedat",
    "answerchosenat",
  ]);
  const ended = timeOf(fields, closedNames);
  if (id === null) return "the request has no id";
  if (title === null) return "the request has no title";
  if (openedAt === null) return "it does not say when the request was opened";
  if (openedAt === undefined || answeredAt === undefined || ended === undefined)
    return "a time cannot be read: write 2026-03-31 (31/03/2026 may be read in two ways)";
  // What was opened again keeps the time of its first end in some exports.
  const isOpen = openState.test(stateOf(fields));
  const closedAt = isOpen ? null : ended;
  if ((answeredAt ?? openedAt) < openedAt || (closedAt ?? openedAt) < openedAt)
    return "it was answered or closed before it was opened";
  const kind = said(
    fields,
    "kind",
    "type",
    "category",
    "issuetype",
    "workitemtype",
    "system.workitemtype",
    "tracker",
  );
  return {
    // Whose address is the id has it by its place.
    id: withoutPersons(id) === id ? id : `${where.file}:${String(where.line)}`,
    title: withoutPersons(title),
    kind: kindOf(kind, labelsOf(fields)),
    team:
      teamOf(said(fields, "team")) ?? teamAsking(fields) ?? teamOf(said(fields, "assignmentgroup")),
    about: withoutPersonsOrNull(
      said(
        fields,
        "about",
        "capability",
        "component",
        "components",
        "service",
        "businessservice",
        "cmdbci",
      ),
    ),
    openedAt,
    answeredAt,
    closedAt,
    where,
  };
}

const wordOfTeams =
  /\b(?:teams?|squad|tribe|guild|crew|chapter|group|department|dept|division|office|desk)\b/i;

/** Trackers call the person who asks so: only what is called a team is one. */
function teamAsking(fields: RequestFields): string | null {
  const name = teamOf(said(fields, "requester", "requestedby"));
  return name !== null && (wordOfTeams.test(name) || name.startsWith("@")) ? name : null;
}

const openedNames = [
  "opened",
  "openedat",
  "createdat",
  "created",
  "createddate",
  "createdon",
  "submittedat",
  "system.createddate",
  "syscreatedon",
  "creationdate",
  "datecreated",
  "createdtime",
  "createdtimestamp",
  "creationtime",
  "createddatetime",
  "timestamp",
];
const closedNames = [
  "closed",
  "closedat",
  "resolvedat",
  "done",
  "resolved",
  "resolutiondate",
  "completed",
  "completedat",
  "canceled",
  "canceledat",
  "cancelledat",
  "closeddate",
  "completeddate",
  "datecompleted",
  "shippedat",
  "solvedat",
  "microsoft.vsts.common.closeddate",
  "closedon",
  "closedtime",
  "closedtimestamp",
  "dateclosed",
  "datedone",
  "completedtime",
  "resolvedon",
  "resolveddate",
  "resolvedtimestamp",
  "solveddate",
  "solvedtimestamp",
  "cflastresolved",
];

/** A card of Trello has no date of its own: the first eight digits of its id are the second in which it was made. */
function createdByTrello(fields: RequestFields): number | null {
  const id = /^([0-9a-f]{8})[0-9a-f]{16}$/.exec(said(fields, "id", "cardid") ?? "")?.[1];
  const isCard = fields.has("idlist") || fields.has("listname") || fields.has("idboard");
  return id === undefined || !isCard ? null : Number.parseInt(id, 16);
}

/** Undefined: one is written and cannot be read. */
function timeOf(fields: RequestFields, names: readonly string[]): number | null | undefined {
  return instantOf(said(fields, ...names.filter((name) => !isYesOrNo(said(fields, name)))));
}

/** `completed: true` says that, not when. */
function isYesOrNo(written: string | null): boolean {
  return written !== null && /^(?:true|false|yes|no)$/i.test(written);
}

function kindOf(written: string | null, labels: string): RequestKind {
  for (const text of [written ?? "", labels]) {
    const found = kinds.find(([words]) => words.test(text));
    if (found !== undefined) return found[1];
  }
  return "unknown";
}
