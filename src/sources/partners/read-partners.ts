import type { OutsiderUse, RefusedRecord } from "#evidence/declared.ts";
import { withoutPersons } from "#evidence/without-persons.ts";
import type { OutsiderKind } from "#vocabulary/structure.ts";
import { instantOf, looseFields, numberOf, teamOf } from "../declared-values.ts";
import { readRows } from "../rows.ts";
import { textOf } from "../untrusted-value.ts";

export interface PartnersRead {
  readonly uses: readonly OutsiderUse[];
  readonly refused: readonly RefusedRecord[];
}

type Fields = ReadonlyMap<string, unknown>;

/** What a row calls whoever uses it, and what that makes them where no kind is said: gateways know applications by their keys. */
const names: readonly (readonly [field: string, kind: OutsiderKind])[] = [
  ["partner", "partner"],
  ["integrator", "external-integrator"],
  ["consumer", "external-integrator"],
  ["client", "external-integrator"],
  ["application", "external-integrator"],
  ["app", "external-integrator"],
  ["subscriber", "external-integrator"],
];
const lists = ["partners", "consumers", "applications", "items", "results", "records", "data"];

/**
 * Who outside uses what, from CSV, JSON, YAML or NDJSON: a list that somebody keeps, or what a gateway counted. Fields: partner (or
 * integrator, consumer, client, application), uses (or api, service, capability, component, package, product), and where they are
 * known kind, calls, at (a day or a month), source. Nothing else is kept; a name that is somebody's address or handle is refused.
 */
export function readPartners(path: string, text: string): PartnersRead {
  const whole = readRows(path, text, null);
  const { rows, problems } =
    whole.rows.length > 0
      ? whole
      : (lists
          .filter((place) => text.includes(place))
          .map((place) => readRows(path, text, place))
          .find((read) => read.rows.length > 0) ?? whole);
  const uses: OutsiderUse[] = [];
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs: "One record for each partner and what it uses: partner, uses.",
  }));
  for (const { value, line } of rows) {
    const where = { file: path, line };
    const read = useOf(looseFields(value), where);
    if (typeof read !== "string") uses.push(read);
    else
      refused.push({
        where,
        text: read,
        needs: "Mend the record: partner (an organisation), uses, and kind, calls, at, source.",
      });
  }
  return { uses, refused };
}

/** The use, or why there is none. */
function useOf(fields: Fields, where: OutsiderUse["where"]): OutsiderUse | string {
  const named = names.find(([field]) => textOf(fields.get(field)) !== null);
  if (named === undefined) return "the record names no partner";
  const outsider = teamOf(fields.get(named[0]));
  if (outsider === null) return "its partner is somebody's address: name the organisation";
  const about = firstOf(
    fields,
    "uses",
    "api",
    "service",
    "capability",
    "component",
    "package",
    "product",
  );
  if (about === null) return "it does not say what the partner uses";
  const kind = kindOf(textOf(fields.get("kind") ?? fields.get("type")), named[1]);
  if (kind === undefined) return "its kind is neither partner nor integrator";
  const calls = numberOf(fields.get("calls") ?? fields.get("requests") ?? fields.get("hits"));
  if (calls === undefined || (calls !== null && calls < 0)) return "its calls are no number";
  const at = dayOf(firstOf(fields, "at", "date", "month", "last", "lastused"));
  if (at === undefined) return "its day cannot be read: write 2026-03-31 or 2026-03";
  return {
    outsider,
    kind,
    about: withoutPersons(about),
    calls,
    at,
    source: withoutPersons(firstOf(fields, "source", "gateway") ?? where.file),
    where,
  };
}

/** Undefined: one is written that is neither. */
function kindOf(written: string | null, otherwise: OutsiderKind): OutsiderKind | undefined {
  if (written === null) return otherwise;
  if (/partner|reseller|supplier/i.test(written)) return "partner";
  return /integrator|developer|public|external/i.test(written) ? "external-integrator" : undefined;
}

/** A day, or the first of a month; undefined: it cannot be read. */
function dayOf(written: string | null): number | null | undefined {
  return instantOf(written !== null && /^\d{4}-\d{2}$/.test(written) ? `${written}-01` : written);
}

function firstOf(fields: Fields, ...fieldNames: readonly string[]): string | null {
  for (const name of fieldNames) {
    const found = textOf(fields.get(name));
    if (found !== null) return found;
  }
  return null;
}
