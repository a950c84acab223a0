import { parseJson } from "#kernel/json-text.ts";
import type { ListColumn, RepositoryList } from "#evidence/facts.ts";
import { isPlaceholder, personOwner } from "#evidence/owner-name.ts";
import type { FileSource } from "#evidence/source.ts";
import { readCsv } from "../rows.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { readHclData } from "./hcl-value.ts";
import { tablesIn, type Table } from "./list-tables.ts";
import { withTeamsOfTerraform } from "./terraform-teams.ts";

const dataFile = /\.(?:ya?ml|json|csv|tf|tfvars)$/i;
/** Samples, what tools read, and words in many languages: none of it lists an organisation's repositories. */
const aside =
  /(?:^|\/)(?:tests?|specs?|__[\w-]{1,40}__|fixtures?|(?:tests?|mock|sample|example)[-_]?(?:data|documents?|files?|inputs?|cases|resources?|fixtures?)|examples?|samples?|mocks|stubs|approvals|snapshots|goldens?|e2e|cypress|node_modules|vendor|dist|locales?|i18n|translations?|lang|schemas?|\.[^/]{1,60})\/|(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[\w.-]{0,40}|[\w.-]{0,60}\.schema|[\w.-]{0,60}-lock|openapi|swagger|action|(?:docker-)?compose[\w.-]{0,40}|[\w.-]{0,100}\.(?:approved|golden|snap))\.(?:json|ya?ml)$|[-_.](?:samples?|examples?)\.(?:csv|json|ya?ml)$|(?:^|\/)(?:variables|outputs|versions|providers|backend)\.tf$|(?:^|\/)values[\w.-]{0,60}\.ya?ml$/i;
const largest = 1_000_000;
const mostLists = 6;

/** Tables in data files that could list repositories with their owners, whatever their fields are called. */
export const repositoryLists: FileSource = {
  id: "repository-lists",
  version: 4,
  endings: ["yml", "yaml", "json", "csv", "tf", "tfvars"],
  detect: (path) => (dataFile.test(path) && !aside.test(path) ? "head" : "none"),
  read: ({ path, text }) => {
    if (text.length > largest || !mayList(path, text)) return {};
    const lists = tablesOf(path, text)
      .flatMap((table) => listOf(table, text) ?? [])
      .slice(0, mostLists);
    return lists.length === 0 ? {} : { lists };
  },
};

const hint =
  /(?:^|[\s{,])["']?(?:repos?|repositor(?:y|ies)|services|projects|components|applications)["']?\s{0,3}[:=]|github_team_repository|github_repository_collaborators/i;
/** Modules may each make a repository; those of infrastructure are as many, and name no owner. */
const module = /\bmodule\s{1,3}"/g;
const telling = /(?:repo|own|team|maintain|catalog|service|squad|inventor|component|application)/i;

/** Manifests of clusters, descriptions of interfaces, rules of alerts, actions and pipelines. */
const foreign =
  /^(?:apiVersion|openapi|swagger|asyncapi|runs|pull_request_rules)\s{0,3}:|^[ -]{1,20}(?:expr|exp_alerts|eval_time)\s{0,3}:|^rule_files:|^ {0,8}"panels"\s{0,3}:/m;
const ownerPair =
  /(?:owner|owned|team|squad|crew|tribe|chapter|guild|maintain|custod|steward|responsib)\w{0,20}["']?\s{0,3}[:=]/i;

/**
 * Before anything is parsed: manifests of clusters, descriptions of interfaces and most settings are no lists. A list repeats a
 * field with values that repeat, or gathers names under a word for repositories or in a file that is called so.
 */
function mayList(path: string, text: string): boolean {
  if (/\.csv$/i.test(path)) return true;
  if (text.length > largestUncalled && !ownerPair.test(text)) return false;
  const mayBe = /\.tf(?:vars)?$/i.test(path)
    ? hint.test(text) || (ownerPair.test(text) && (text.match(module)?.length ?? 0) >= leastRows)
    : telling.test(path.slice(path.lastIndexOf("/") + 1)) || hint.test(text) || repeats(text);
  return mayBe && !foreign.test(text);
}

const pair =
  /(?:^|[\s{,])["']?([A-Za-z_][\w-]{0,40})["']?[ \t]{0,3}:[ \t]{0,3}["']?([@#\w][\w @#./&-]{0,60})/gm;
const leastRows = 3;
const mostValues = 400;
/** Beyond this a field must be called as one for owners is. */
const largestUncalled = 150_000;

function repeats(text: string): boolean {
  const counts = new Map<string, { values: Set<string>; count: number }>();
  for (const [, field = "", value = ""] of text.matchAll(pair)) {
    if (isStructural(field)) continue;
    const known = counts.get(field) ?? { values: new Set<string>(), count: 0 };
    if (counts.size < mostValues) counts.set(field, known);
    if (known.values.size < mostValues) known.values.add(value);
    known.count++;
  }
  return [...counts].some(
    ([field, { values, count }]) =>
      count >= leastRows &&
      values.size < count &&
      (isOwnerWord(field) ||
        (text.length < largestUncalled && values.size > 1 && values.size * 3 <= count * 2)),
  );
}

function tablesOf(path: string, text: string): readonly Table[] {
  if (/\.csv$/i.test(path)) return tablesIn(readCsv(text).rows.map(({ value }) => value));
  if (/\.tf(?:vars)?$/i.test(path)) return tablesIn(withTeamsOfTerraform(readHclData(text)));
  if (/\.json$/i.test(path)) {
    const value = parsed(text);
    return value === undefined ? [] : tablesIn(value);
  }
  const { documents } = readYamlDocuments(text);
  const [first] = documents;
  return tablesIn(documents.length > 1 ? documents.map(({ value }) => value) : first?.value);
}

/** Any file may be called so, also one that is no JSON: nobody misses a list in it. */
function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function listOf({ at, rows }: Table, text: string): RepositoryList | null {
  const fields = new Set(rows.slice(0, 200).flatMap((row) => [...row.keys()]));
  const columns = [...fields].map((field) => ({
    field,
    cells: rows.map((row) => row.get(field) ?? []),
  }));
  const names = columns
    .filter(({ cells }) => namesThings(cells))
    .sort(byWord(nameWord))
    .slice(0, 4);
  const [key] = names;
  if (key === undefined) return null;
  const owners = columns
    .filter(({ field, cells }) => !isStructural(field) && repeatsAsTeams(cells, isOwnerWord(field)))
    .sort(byWord(isOwnerWord))
    .slice(0, 4);
  if (owners.length === 0) return null;
  if (owners.length === 1 && names.length === 1 && owners[0]?.field === key.field) return null;
  return {
    at,
    rowsCount: rows.length,
    names: names.map(columnOf),
    owners: owners.map(columnOf),
    lines: linesOf(key.cells, text),
  };
}

interface Column {
  readonly field: string;
  readonly cells: readonly (readonly string[])[];
}

function byWord(isWord: (field: string) => boolean): (one: Column, other: Column) => number {
  return (one, other) => Number(isWord(other.field)) - Number(isWord(one.field));
}

function columnOf({ field, cells }: Column): ListColumn {
  const plain = (cell: string): string => withoutPerson(cell).replaceAll(/[\t\r\n]/g, " ");
  return { field, values: cells.map((texts) => texts.map(plain).join("\t")).join("\n") };
}

/** Of a person no more is kept than that it is one. */
function withoutPerson(cell: string): string {
  return /^(?:user:|mailto:)|^[^\s@:/]{1,100}@[^\s@:/]{1,200}$/i.test(cell) ? personOwner : cell;
}

/** Names and addresses without blanks, hardly one like another. */
function namesThings(cells: Column["cells"]): boolean {
  const single = cells.flatMap((texts) => (texts.length === 1 ? (texts[0] ?? "") : []));
  const named = single.filter((text) => /^[\w@.:/~+-]{2,200}$/.test(text) && /[A-Za-z]/.test(text));
  return (
    named.length > 1 &&
    named.length * 10 >= cells.length * 6 &&
    new Set(named).size * 2 > named.length
  );
}

const noTeam =
  /^(?:true|false|yes|no|on|off|null|none|v?\d[\d.,:_/ -]{0,30}|https?:.{0,300}|[\w./-]{0,100}\.(?:ya?ml|json|md|rb|py|js|ts|go|java|html?|png|svg|sh|txt)|ruby|python|java(?:script)?|typescript|kotlin|scala|go(?:lang)?|rust|php|c#|c\+\+|node(?:js)?|elixir|terraform|hcl|shell|docker(?:file)?|html|css|production|staging|development|integration|live|beta|alpha|experimental|deprecated|retired|archived|active|inactive|public|private|internal|library|service|website|application|app|api|tool|frontend|backend|main|master|high|medium|low|critical|mit|apache-2\.0|string|number|boolean|object|array|integer)$/i;

/** Fewer values than rows, at least one of them twice; most could be a team's name. */
function repeatsAsTeams(cells: Column["cells"], isSurelyOwners: boolean): boolean {
  const filled = cells.filter((texts) => texts.length > 0);
  if (filled.length < 2 || filled.length * 10 < cells.length * 3) return false;
  const values = filled.flat();
  const distinct = new Set(values);
  const fitting = [...distinct].filter(
    (text) =>
      text.length <= 80 && /\p{L}/u.test(text) && !noTeam.test(text) && !isPlaceholder(text),
  );
  if (fitting.length * 2 < distinct.size || distinct.size >= values.length) return false;
  return isSurelyOwners || (distinct.size > 1 && distinct.size * 3 <= values.length * 2);
}

const structural: ReadonlySet<string> = new Set(
  (
    "type kind language lang status state lifecycle stage tier env environment region version namespace visibility private " +
    "archived branch defaultbranch license framework runtime platform provider hosting hostedon productionhostedon cluster " +
    "image tag tags format schema priority severity description title topic topics created updated date url homepage ref path " +
    "source apiversion uses with if on run shell default required category protocol port host method encoding locale size " +
    "permission role criticality engine package manager packagemanager ecosystem interval schedule"
  ).split(" "),
);

function wordOf(field: string): string {
  const last = field.slice(Math.max(field.lastIndexOf("."), field.lastIndexOf("^")) + 1);
  return last.toLowerCase().replaceAll(/[^\p{L}\p{N}$]/gu, "");
}

function isStructural(field: string): boolean {
  return structural.has(wordOf(field));
}

function isOwnerWord(field: string): boolean {
  return /owner|owned|team|squad|crew|tribe|chapter|guild|maintain|custod|steward|responsib/i.test(
    field,
  );
}

function nameWord(field: string): boolean {
  return (
    !field.startsWith("^") &&
    /repo|github|gitlab|git|project|slug|^\$key$|^\$item$|name|url/i.test(field)
  );
}

/** Lines of rows by where their names next occur; a row whose name does not has the line of the one before. */
function linesOf(cells: Column["cells"], text: string): string {
  let at = 0;
  let line = 1;
  const lines = cells.map(([name]) => {
    const found = name === undefined ? -1 : text.indexOf(name, at);
    if (found >= 0) {
      for (let index = at; index < found; index++) if (text.charCodeAt(index) === 10) line++;
      at = found;
    }
    return line;
  });
  return lines.join(" ");
}
