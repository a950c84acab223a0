import { seededRandom, type Random } from "#kernel/stats-resample.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A figure or sentence of a report, with what stands around it. */
export interface Claim {
  readonly section: string;
  /** The id of the entry it belongs to, its position where there is none; null in a section that is one thing. */
  readonly key: string | null;
  /** From the entry on: `currency/versionsBehind/median`. */
  readonly field: string;
  readonly value: number | string | boolean;
  /** What else is said beside it: the innermost objects around it without their lists, the outermost first. */
  readonly around: readonly string[];
  /** Of the innermost object that has any. */
  readonly evidenceIds: readonly string[];
}

/** What a report says of itself, and facts, on which claims rest. */
const noSections = new Set([
  "schemaVersion",
  "generatedAt",
  "asOf",
  "tool",
  "previous",
  "sections",
  "evidence",
  "evidenceOmittedCount",
]);

/** Settings, names, and texts that are the same in every report: nothing that could be false of one organisation. */
const noClaims = new Set([
  "code",
  "commit",
  "definition",
  "head",
  "id",
  "interviewKit",
  "instructions",
  "minimumN",
  "name",
  "needs",
  "onePoint",
  "origin",
  "path",
  "prior",
  "question",
  "reliabilityAgainst",
  "reliabilityFor",
  "slug",
  "sharpen",
  "sourceText",
  "weight",
  "zeroPoint",
]);

/** The same, where only one section has them so: `title` is a claim where a proposal has it. */
const noClaimsOf: { readonly [section: string]: ReadonlySet<string> } = {
  jobs: new Set(["title", "reason"]),
  roles: new Set(["text"]),
  signals: new Set(["title", "brings", "unit"]),
  sourcing: new Set(
    "benefits brings containment criterion lookFor measuredBy purpose risk steps title worksBestWhen".split(
      " ",
    ),
  ),
  value: new Set(["assumptions"]),
};

/** Names by which entries are told apart, the best first. */
const keys = ["id", "capabilityId", "componentId", "teamId", "what", "where"] as const;

/** One draw in this many that leads to a claim which was drawn before, before a report counts as exhausted. */
const patience = 1000;

/**
 * Claims of a report at random: every section is equally likely, then every entry of it, then at each object or list
 * below every part that holds a claim. Equal seeds give equal claims; fewer where a report has fewer.
 */
export function drawClaims(
  report: { readonly [key: string]: unknown },
  { count, seed }: { readonly count: number; readonly seed: string },
): Claim[] {
  const random = seededRandom(seed);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a report is what JSON can hold
  const parts = Object.entries(report as { readonly [key: string]: Json }).filter(
    ([name, value]) => !noSections.has(name) && holdsClaim(name, name, value),
  );
  const drawn = new Map<string, Claim>();
  for (let tried = 0; parts.length > 0 && drawn.size < count && tried < patience; tried++) {
    const [section, value] = pick(parts, random);
    const claim = drawFrom(section, value, random);
    drawn.set(`${section}\n${claim.key ?? ""}\n${claim.field}`, claim);
  }
  return [...drawn.values()];
}

function drawFrom(section: string, entries: Json, random: Random): Claim {
  const holds = ([name, value]: [string, Json]): boolean => holdsClaim(section, name, value);
  let at = entries;
  let key: string | null = null;
  const field: string[] = [];
  const objects: { readonly [key: string]: Json }[] = [];
  while (isParent(at)) {
    const isEntry = key === null && Array.isArray(entries);
    const [name, value] = pick(Object.entries(at).filter(holds), random);
    if (isEntry) key = nameOf(value) ?? name;
    else field.push(Array.isArray(at) ? (nameOf(value) ?? name) : name);
    if (isParent(value) && !Array.isArray(value)) objects.push(value as (typeof objects)[number]);
    at = value;
  }
  const beside = Array.isArray(entries)
    ? objects
    : [entries as (typeof objects)[number], ...objects];
  return {
    section,
    key,
    field: field.join("/"),
    value: at as Claim["value"],
    around: beside.map(withoutLists),
    evidenceIds: evidenceOf(beside),
  };
}

/** A number, a truth value or a sentence that is known, or something that holds one. */
function holdsClaim(section: string, name: string, value: Json): boolean {
  if (noClaims.has(name) || noClaimsOf[section]?.has(name) === true) return false;
  if (name.endsWith("Id") || name.endsWith("Ids")) return false;
  if (isParent(value)) return Object.entries(value).some((part) => holdsClaim(section, ...part));
  if (typeof value === "string") return value.includes(" ") || isInstant(value);
  return value !== null;
}

function isParent(value: Json): value is readonly Json[] | { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text);
}

function nameOf(value: Json): string | null {
  if (!isParent(value) || Array.isArray(value)) return null;
  for (const key of keys) {
    const name = (value as { readonly [key: string]: Json })[key];
    if (typeof name === "string" || typeof name === "number") return String(name);
  }
  return null;
}

function withoutLists(object: { readonly [key: string]: Json }): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(object).filter(([, value]) => !isParent(value))),
  );
}

function evidenceOf(objects: readonly { readonly [key: string]: Json }[]): string[] {
  for (const { evidenceIds } of objects.toReversed()) {
    if (Array.isArray(evidenceIds) && evidenceIds.length > 0) return evidenceIds.map(String);
  }
  return [];
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined)
    throw new Error("nothing to draw from: a part without a claim was entered");
  return item;
}
