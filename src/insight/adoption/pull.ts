import { known, unknown, type Answer, type Unknown } from "#evidence/unknown.ts";
import type { Pull } from "./result.ts";
import type { Use } from "./uses.ts";

const personCells = ["consumer", "provider", "unclear"] as const;
type PersonCell = (typeof personCells)[number];

/** Who opened each use, counted, and which people stand behind each count. Never let it leave without `suppressPull`. */
export interface OpenedUses {
  readonly counts: Readonly<Record<PersonCell | "bot" | "template", number>>;
  readonly people: Readonly<Record<PersonCell, ReadonlySet<number>>>;
}

export function countPull(uses: readonly Use[]): OpenedUses {
  const counts = { consumer: 0, provider: 0, bot: 0, template: 0, unclear: 0 };
  const people = {
    consumer: new Set<number>(),
    provider: new Set<number>(),
    unclear: new Set<number>(),
  };
  for (const { openedBy, opener } of uses) {
    counts[openedBy] += 1;
    if (openedBy !== "bot" && openedBy !== "template" && opener !== null)
      people[openedBy].add(opener);
  }
  return { counts, people };
}

/** A row that may be told, with the reasons of the counts withheld in it. */
export interface ShownPull {
  readonly pull: Answer<Pull>;
  readonly cells: readonly Unknown[];
}

/**
 * Withholds what could point at a person: capabilities with fewer uses than `below`, those whose person-opened uses
 * (consumer, provider, unclear) are fewer, since bots and templates can be subtracted, and those where fewer people
 * than `below` opened them: five uses that one person opened are that person's. If exactly one is withheld, the
 * organisation's sum would reveal it: then the one with the fewest uses of the rest is withheld with it. In a row that is
 * told, counts with fewer people are withheld, and with them so many others that what subtraction leaves is no such count.
 */
export function suppressPull(rows: readonly OpenedUses[], below: number): ShownPull[] {
  const persons = rows.map(({ counts }) => sumOf(personCells, counts));
  const totals = rows.map(({ counts }, index) => persons[index]! + counts.bot + counts.template);
  const people = rows.map((row) => peopleBehind(personCells, row).size);
  const isPrimary = totals.map(
    (total, index) =>
      total < below || (persons[index]! > 0 && (persons[index]! < below || people[index]! < below)),
  );
  const protectedRows = isPrimary.flatMap((is, index) => (is && totals[index]! > 0 ? [index] : []));
  let complement = -1;
  if (protectedRows.length === 1) {
    for (const [index, total] of totals.entries()) {
      if (isPrimary[index]) continue;
      if (complement === -1 || total < totals[complement]!) complement = index;
    }
  }
  const needs = `uses opened by at least ${below} people, in more than one capability`;
  const withheld = (code: string, reason: string): ShownPull => ({
    pull: unknown("pull", code, reason, needs),
    cells: [],
  });
  return rows.map((row, index) => {
    if (totals[index] === 0) {
      return {
        pull: unknown("pull", "no-uses", "nobody uses it", "a first consumer"),
        cells: [],
      };
    }
    if (isPrimary[index]) {
      return withheld("suppressed", `fewer than ${below} people opened its uses`);
    }
    if (index === complement) {
      const reason = "withheld so that the one other withheld capability cannot be worked out";
      return withheld("suppressed-complementary", reason);
    }
    return shown(row, below);
  });
}

function shown(row: OpenedUses, below: number): ShownPull {
  const hidden = cellsToHide(row, below);
  const cell = (name: PersonCell): number | null => (hidden.has(name) ? null : row.counts[name]);
  const { bot, template } = row.counts;
  return {
    pull: known({
      consumer: cell("consumer"),
      provider: cell("provider"),
      bot,
      template,
      unclear: cell("unclear"),
    }),
    cells: [...hidden].map((name) => ({
      field: `pull.${name}`,
      code: "suppressed",
      reason: `fewer than ${below} people stand behind it, or behind one that could be worked out from it`,
      needs: `uses opened so by at least ${below} people`,
    })),
  };
}

/** The sum of the hidden counts is known (all uses are listed): at least two, and at least `below` people behind them. */
function cellsToHide(row: OpenedUses, below: number): ReadonlySet<PersonCell> {
  const used = personCells.filter((name) => row.counts[name] > 0);
  const hidden = new Set(used.filter((name) => row.people[name].size < below));
  const others = used
    .filter((name) => !hidden.has(name))
    .toSorted((one, other) => row.counts[one] - row.counts[other]);
  if (hidden.size === 0) return hidden;
  for (const name of others) {
    if (hidden.size >= 2 && peopleBehind([...hidden], row).size >= below) break;
    hidden.add(name);
  }
  return hidden;
}

function peopleBehind(names: readonly PersonCell[], { people }: OpenedUses): ReadonlySet<number> {
  return new Set(names.flatMap((name) => [...people[name]]));
}

function sumOf(names: readonly PersonCell[], counts: OpenedUses["counts"]): number {
  return names.reduce((sum, name) => sum + counts[name], 0);
}
