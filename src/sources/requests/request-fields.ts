import { looseFields } from "../declared-values.ts";
import { isRecord, textOf } from "../untrusted-value.ts";

/** What a forge or a tracker says of one request, by loose names: `Created At (UTC)` is `createdat`. */
export type RequestFields = ReadonlyMap<string, unknown>;

/** One level down: what Jira, Azure Boards and Airtable know of it, an edge of GraphQL, Freshdesk's and Zendesk's times. */
const inside: readonly string[] = ["fields", "stats", "metric_set"];

/** Zendesk and others say before each field whose it is: `Ticket status`. What is an id stays what it is called. */
const ofThing = /^(?:ticket|request|story|item|bug)(?!(?:id|key|number)$)(?=[a-z]{4})/;

export function requestFields(value: Readonly<Record<string, unknown>>): RequestFields {
  const node = isRecord(value["node"]) ? value["node"] : value;
  const whole = Object.fromEntries(
    [node, ...inside.map((name) => node[name])].filter(isRecord).flatMap(Object.entries<unknown>),
  );
  const fields = new Map(
    [...looseFields(whole)].map(([name, cell]) => [name.replace(/\((?:utc|gmt)\)$/, ""), cell]),
  );
  const bare = [...fields].map(([name, cell]) => [name.replace(ofThing, ""), cell] as const);
  return new Map([...bare, ...fields]);
}

/** The first field that says something, as text: of a record its shown value, name or key. */
export function said(fields: RequestFields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = wordOf(fields.get(name));
    if (found !== null) return found;
  }
  return null;
}

function wordOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : wordOf(value[0]);
  if (!isRecord(value)) return textOf(value);
  for (const key of ["display_value", "value", "name", "displayName", "key", "iso8601", "status"]) {
    const found = textOf(value[key]);
    if (found !== null) return found;
  }
  return null;
}

/** Names of labels: a list of texts or of records with a name (Linear: in `nodes`), or one text with commas. */
export function labelsOf(fields: RequestFields): string {
  return ["labels", "label", "tags", "system.tags"]
    .flatMap((name) => {
      const found = fields.get(name);
      const value = isRecord(found) && Array.isArray(found["nodes"]) ? found["nodes"] : found;
      if (!Array.isArray(value)) return textOf(value) ?? [];
      return value.flatMap((one) => wordOf(one) ?? []);
    })
    .join(" , ");
}

const address = /\/(?:pull|pulls|merge_requests|pull-requests)\/\d{1,12}(?:[/?#]|$)/;
const requestType = /^(?:pull|merge)[ _-]?request$/i;

/**
 * Lists of issues hold pull requests as well: GitHub and Gitea mark them with `pull_request` (null for an issue), others tell
 * them by type, branches or address.
 */
export function isPullRequest(fields: RequestFields): boolean {
  for (const name of ["pullrequest", "ispullrequest", "ispull", "pullrequesturl"]) {
    const mark = fields.get(name);
    if (isRecord(mark)) return true;
    const text = textOf(mark);
    if (text !== null && !/^(?:false|no|0|null|none)$/i.test(text)) return true;
  }
  for (const name of ["typename", "type", "kind", "issuetype", "workitemtype", "itemtype"])
    if (requestType.test(said(fields, name) ?? "")) return true;
  if (fields.has("headrefname") || (fields.has("sourcebranch") && fields.has("targetbranch")))
    return true;
  return ["htmlurl", "weburl", "url", "link"].some((name) =>
    address.test(textOf(fields.get(name)) ?? ""),
  );
}

/** Unique in a list of many repositories: what counts in each of them from one on stands with its address. */
export function idOf(fields: RequestFields): string | null {
  const unique = said(
    fields,
    "id",
    "key",
    "issuekey",
    "identifier",
    "reference",
    "sysid",
    "ideareference",
    "referencenum",
    "taskid",
    "cardid",
    "postid",
    "ticketid",
    "requestid",
    "gid",
  );
  if (unique !== null) return unique;
  const number = said(fields, "number", "iid", "issueid", "issuenumber");
  return number === null ? null : (said(fields, "htmlurl", "weburl", "url") ?? number);
}
