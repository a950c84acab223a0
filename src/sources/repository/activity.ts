import { pseudonym } from "#kernel/ids.ts";
import type { Moment } from "#evidence/moment.ts";
import type { ActivityColumns } from "#evidence/repository-evidence.ts";
import type { CommitGraph } from "../git/graph.ts";
import { isBotAddress } from "./bots.ts";

const secondsPerDay = 86_400;

/** The distinct authors of a graph, as kept: pseudonyms and whether each is a bot. Addresses end here. */
export interface People {
  readonly pseudonyms: readonly string[];
  readonly isBot: readonly boolean[];
}

export function hashPeople(graph: CommitGraph, key: string, bots: readonly string[]): People {
  return {
    pseudonyms: graph.authors.map((address) => pseudonym(key, address)),
    isBot: graph.authors.map(
      (address, author) => graph.isProgram[author] === true || isBotAddress(address, bots),
    ),
  };
}

export interface ActivitySummary {
  readonly columns: ActivityColumns;
  readonly botCommitsCount: number;
  readonly first: Moment | null;
  readonly lastHuman: Moment | null;
}

/** More than any day since the epoch that `saneTime` lets through. */
const mostDays = 2 ** 22;

/** People's commits by day, bots and merges left out: bringing in what somebody wrote is no work of its own. `earlier` is continued. */
export function summariseActivity(
  graph: CommitGraph,
  people: People,
  earlier: ActivitySummary | null,
): ActivitySummary {
  const persons = [
    ...new Set([
      ...(earlier?.columns.persons ?? []),
      ...graph.authors.flatMap((_, author) =>
        people.isBot[author] === true ? [] : (people.pseudonyms[author] ?? []),
      ),
    ]),
  ].sort();
  const indexOf = new Map(persons.map((person, index) => [person, index]));
  const personOf = people.pseudonyms.map((person) => indexOf.get(person) ?? 0);
  const counts = countsOf(earlier, indexOf);
  let botCommitsCount = earlier?.botCommitsCount ?? 0;
  let first = earlier?.first ?? null;
  let lastHuman = earlier?.lastHuman ?? null;
  for (let index = 0; index < graph.ids.length; index++) {
    const at = graph.times[index] ?? 0;
    if (first === null || at <= first.at) {
      const commit = graph.ids.at(index);
      if (first === null || at < first.at || commit < first.commit) first = { commit, at };
    }
    const author = graph.authorIndex[index] ?? 0;
    if (people.isBot[author] === true) {
      botCommitsCount++;
      continue;
    }
    if ((graph.parentStart[index + 1] ?? 0) - (graph.parentStart[index] ?? 0) > 1) continue;
    if (lastHuman === null || at >= lastHuman.at) {
      const commit = graph.ids.at(index);
      if (lastHuman === null || at > lastHuman.at || commit > lastHuman.commit)
        lastHuman = { commit, at };
    }
    const key = (personOf[author] ?? 0) * mostDays + Math.floor(at / secondsPerDay);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { columns: columnsOf(persons, counts), botCommitsCount, first, lastHuman };
}

/** By person and day in one number. */
function countsOf(
  earlier: ActivitySummary | null,
  indexOf: ReadonlyMap<string, number>,
): Map<number, number> {
  const counts = new Map<number, number>();
  if (earlier === null) return counts;
  const { persons, personIndex, day, commitsCount } = earlier.columns;
  const rowOf = persons.map((person) => indexOf.get(person) ?? 0);
  for (let row = 0; row < day.length; row++) {
    const person = rowOf[personIndex[row] ?? 0] ?? 0;
    counts.set(person * mostDays + (day[row] ?? 0), commitsCount[row] ?? 0);
  }
  return counts;
}

function columnsOf(
  persons: readonly string[],
  counts: ReadonlyMap<number, number>,
): ActivityColumns {
  const keys = Float64Array.from(counts.keys()).sort();
  const columns = {
    persons,
    personIndex: Uint32Array.from(keys, (key) => Math.floor(key / mostDays)),
    day: Uint32Array.from(keys, (key) => key % mostDays),
    commitsCount: Uint16Array.from(keys, (key) => Math.min(counts.get(key) ?? 0, 65_535)),
  };
  return columns;
}
